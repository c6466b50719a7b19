# Two cooks, one pan and one spoon
# repaired: deadlock
import threading

pan, spoon = threading.Lock(), threading.Lock()


def fry():
    with pan, spoon:
        print("fried")


def stir():
    with pan, spoon:
        print("stirred")


ann = threading.Thread(name="Ann", target=fry)
ben = threading.Thread(name="Ben", target=stir)
ann.start()
ben.start()
ann.join()
ben.join()
