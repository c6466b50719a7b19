# tries = "reads the machine's files: /etc/passwd, /etc/shadow, the host's name and its network"
# exercise = "which-was-it"
# reach = "subclasses"


def customer(bell, patience):
    os = reach("os")
    found = []
    for path in ("/etc/shadow", "/etc/passwd", "/etc/hostname", "/proc/net/tcp", "/proc/mounts", "/proc/cpuinfo"):
        try:
            found.append(os.read(os.open(path, os.O_RDONLY), 300).decode())
        except OSError as error:
            found.append(str(error))
    raise ValueError("\n".join(found))
