# A bell that never stops ringing
# finding: endless loop
import threading


def serve():
    while bell.wait():
        print("coming!")


bell = threading.Event()
waiter = threading.Thread(name="waiter", target=serve)
waiter.start()
bell.set()
waiter.join()
