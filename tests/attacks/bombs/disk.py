# tries = "fills the disk: large files in every folder that it may write to"
# exercise = "which-was-it"
# reach = "subclasses"


def customer(bell, patience):
    os = reach("os")
    for folder in (".", "/tmp", "/dev/shm", "@NOTES@", "@COURSE@"):
        try:
            file = os.open(folder + "/@NAME@-@TOKEN@", os.O_CREAT | os.O_WRONLY)
            for _ in range(64):
                os.write(file, b"x" * (1 << 20))
        except OSError:
            pass
