# kind = "wrong"
# mistake = "take_back looks whether the queue is empty, and then takes"
# loses = ["test_a_burnt_loaf_is_in_one_pair_of_hands", "test_burnt_loaves_again_and_again"]
# finding = "deadlock"

import queue


class NarrowShelf:
    def __init__(self):
        self.q = queue.Queue(1)

    def put(self, loaf):
        self.q.put(loaf)

    def take(self):
        return self.q.get()

    def take_back(self):
        if self.q.empty():
            return None
        return self.q.get()
