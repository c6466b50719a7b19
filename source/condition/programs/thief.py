import threading

shelf = []
changed = threading.Condition()


def sell():
    with changed:
        if not shelf:
            changed.wait()
        loaf = shelf.pop(0)
    print(threading.current_thread().name, "sells", loaf)


def bake():
    for loaf in ("rye", "wheat"):
        with changed:
            shelf.append(loaf)
            changed.notify()


threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=sell, name="Ines").start()
threading.Thread(target=bake, name="Mira").start()
