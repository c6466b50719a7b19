# tries = "reads the hidden checks and raises them as its exception"
# exercise = "which-was-it"
# reach = "attrgetter"


def customer(bell, patience):
    os = reach("os")
    file = os.open("@COURSE@/source/event/hidden/test_event.py", os.O_RDONLY)
    text = os.read(file, 1 << 20).decode()
    raise ValueError(text[text.find("SECRET"):])
