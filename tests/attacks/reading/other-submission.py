# tries = "reads the answers of an honest classmate, and spoils them"
# exercise = "which-was-it"
# reach = "typing"


def customer(bell, patience):
    os = reach("os")
    path = "@COURSE@/submitted/mm-half/event/1-one-signal.ipynb"
    text = os.read(os.open(path, os.O_RDONLY), 1 << 20).decode()
    try:
        os.truncate("@COURSE@/submitted/@NAME@/event/timestamp.txt", 0)
    except OSError:
        pass
    for other in ("@COURSE@/submitted/@NAME@-was-here", "@COURSE@/source/event/@NAME@.py"):
        try:
            os.close(os.open(other, os.O_CREAT | os.O_WRONLY))
        except OSError:
            pass
    at = text.find("canary" + "classmate")
    raise ValueError(text[at:at + 40])
