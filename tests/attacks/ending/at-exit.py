# tries = "leaves work for the end of the process, by atexit, weakref.finalize and a generator that is never closed"
# exercise = "which-was-it"
# reach = "traceback"


def work():
    os = reach("os")
    os.write(4, b'{"number":2,"kind":"found","exploration":{"outcomes":[],"executions":1,"coverage":"every schedule","complete":true}}\n')
    os.close(os.open("@NOTES@/@NAME@", os.O_CREAT | os.O_WRONLY))


def generator():
    try:
        yield
    finally:
        work()


def customer(bell, patience):
    reach("atexit").register(work)
    reach("weakref").finalize(customer, work)
    held = generator()
    next(held)
    reach("sys").modules["kept"] = held
    return None
