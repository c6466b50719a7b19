# tries = "reads /proc of its parents: their command lines, environments, memory maps and open files"
# exercise = "which-was-it"
# reach = "collections"


def customer(bell, patience):
    os = reach("os")
    found = []
    pid = os.getppid()
    for name in ("cmdline", "environ", "maps", "status"):
        try:
            file = os.open(f"/proc/{pid}/{name}", os.O_RDONLY)
            text = os.read(file, 1 << 16)
            at = text.find(b"canary")
            found.append(f"{name}: {text[max(at, 0):max(at, 0) + 100]}")
        except OSError as error:
            found.append(f"{name}: {error.strerror}")
    try:
        for number in os.listdir(f"/proc/{pid}/fd"):
            found.append(os.readlink(f"/proc/{pid}/fd/{number}"))
    except OSError:
        pass
    raise ValueError(" ".join(found))
