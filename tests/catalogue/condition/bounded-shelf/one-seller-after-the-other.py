# kind = "wrong"
# mistake = "the sellers take in a fixed order, by their names"
# loses = ["test_either_seller_may_be_first"]
# without_finding = "each execution by itself is right"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.guests = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) == self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        me = threading.current_thread().name
        with self.changed:
            while not self.loaves or (me == "Ines" and "Jonas" not in self.guests):
                self.changed.wait()
            self.guests.append(me)
            self.changed.notify_all()
            return self.loaves.pop(0)
