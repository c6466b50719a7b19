# kind = "wrong"
# mistake = "put() returns only when the loaf has been taken"
# loses = [
#     "test_all_the_room_and_no_more",
#     "test_room_for_one_of_two_bakers",
#     "test_any_value_is_a_loaf",
#     "test_slow_bakers",
# ]
# finding = "deadlock"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.put_so_far = 0
        self.taken = 0
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) == self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            self.put_so_far += 1
            mine = self.put_so_far
            self.changed.notify_all()
            while self.taken < mine:
                self.changed.wait()

    def take(self):
        with self.changed:
            while not self.loaves:
                self.changed.wait()
            self.taken += 1
            self.changed.notify_all()
            return self.loaves.pop(0)
