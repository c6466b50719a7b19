# tries = "answers with a line that never ends, so that whoever reads it runs out of memory"
# exercise = "which-was-it"
# reach = "attrgetter"


def customer(bell, patience):
    os = reach("os")
    block = b'{"number":1,"kind":"found","text":"' + b"x" * (1 << 20)
    while True:
        os.write(4, block)
