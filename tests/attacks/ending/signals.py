# tries = "sends signals to its parent, to process 1 and to everybody"
# exercise = "which-was-it"
# reach = "attrgetter"


def customer(bell, patience):
    os = reach("os")
    found = []
    for pid in (os.getppid(), 1):
        for signal in (0, 18):
            try:
                os.kill(pid, signal)
                found.append(f"{pid}: reached")
            except OSError as error:
                found.append(str(error))
    # To everybody only where process 1 is the sandbox's own: elsewhere it would end whatever else the user runs.
    if b"bwrap" in os.read(os.open("/proc/1/cmdline", os.O_RDONLY), 1000):
        os.kill(-1, 9)
    raise ValueError("; ".join(found))
