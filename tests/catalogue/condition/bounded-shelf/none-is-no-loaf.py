# kind = "wrong"
# mistake = "a place with None in it counts as empty"
# loses = ["test_any_value_is_a_loaf"]
# finding = "deadlock"

import threading


class Shelf:
    def __init__(self, room):
        self.places = [None] * room
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while self.places[-1] is not None:
                self.changed.wait()
            self.places[self.places.index(None)] = loaf
            self.changed.notify_all()

    def take(self):
        with self.changed:
            while self.places[0] is None:
                self.changed.wait()
            self.changed.notify_all()
            self.places.append(None)
            return self.places.pop(0)
