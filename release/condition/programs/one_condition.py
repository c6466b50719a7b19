import threading

shelf = []
changed = threading.Condition()


def sell():
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify()
    print(threading.current_thread().name, "sells", loaf)


def bake():
    for loaf in ("rye", "wheat"):
        with changed:
            while shelf:
                changed.wait()
            shelf.append(loaf)
            changed.notify()


threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=sell, name="Ines").start()
threading.Thread(target=bake, name="Mira").start()
