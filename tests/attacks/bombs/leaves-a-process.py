# tries = "leaves a process behind that goes on after the grading, in a session of its own"
# exercise = "which-was-it"
# reach = "getattribute"


def customer(bell, patience):
    os, time = reach("os"), reach("time")
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execv("/bin/sh", ["sh", "-c", "sleep 600; # @NAME@"])
        os._exit(0)
