# tries = "stops its process without ending it"
# exercise = "which-was-it"
# reach = "engine"


def customer(bell, patience):
    os = reach("os")
    if patience == 0:
        os.kill(os.getpid(), 19)
