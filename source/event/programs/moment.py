import threading

bell = threading.Event()


def bake():
    bell.set()
    bell.clear()


def sell():
    bell.wait()
    print(threading.current_thread().name, "sells")


threading.Thread(target=bake, name="Mira").start()
threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=sell, name="Ines").start()
