import threading

bell = threading.Event()


def control():
    bell.set()
    bell.clear()
    print("red")


def work(name, rounds):
    for _ in range(rounds):
        bell.wait()
        print(name, "works")


threading.Thread(target=control, name="Mira").start()
threading.Thread(target=work, args=("Jonas", 2), name="Jonas").start()
threading.Thread(target=work, args=("Ines", 1), name="Ines").start()
