import threading
import time

board = threading.Condition()
readers = 0


def customer(comes_at):
    global readers
    time.sleep(comes_at)
    with board:
        readers += 1
        print(threading.current_thread().name, "begins to read at second", time.monotonic())
    time.sleep(5)
    with board:
        readers -= 1
        board.notify_all()


def jonas():
    time.sleep(1)
    with board:
        while readers > 0:
            board.wait()
        print("Jonas begins to write at second", time.monotonic())


for comes_at, name in enumerate(["Ada", "Bo", "Cleo"]):
    threading.Thread(target=customer, name=name, args=(3 * comes_at,)).start()
threading.Thread(target=jonas, name="Jonas").start()
