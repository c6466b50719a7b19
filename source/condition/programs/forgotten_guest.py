import threading


class Seats:
    def __init__(self, number):
        self.condition = threading.Condition()
        self.free = number

    def acquire(self):
        with self.condition:
            while self.free == 0:
                self.condition.wait()
            self.free -= 1

    def release(self):
        with self.condition:
            self.free += 1
            if self.free == 1:
                self.condition.notify()


def visit():
    seats.acquire()
    print(threading.current_thread().name, "sits down")


seats = Seats(0)
threading.Thread(target=visit, name="Ada").start()
threading.Thread(target=visit, name="Bo").start()
seats.release()
seats.release()
