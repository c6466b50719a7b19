import threading
import time

oven = threading.Lock()


def bake(minutes):
    print(threading.current_thread().name, "brings the dough")
    with oven:
        time.sleep(60 * minutes)


mira = threading.Thread(target=bake, args=(5,), name="Mira")
ines = threading.Thread(target=bake, args=(3,), name="Ines")
mira.start()
ines.start()
mira.join()
ines.join()
print("The shop opens")
