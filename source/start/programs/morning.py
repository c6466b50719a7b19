import threading


def mira():
    print("Mira kneads")
    print("Mira bakes")


def jonas():
    print("Jonas sweeps")
    print("Jonas opens")


threading.Thread(target=mira, name="Mira").start()
threading.Thread(target=jonas, name="Jonas").start()
