"""Each thread starts a thread of its own, and those two add to one number: an addition can be lost."""

import threading


class State:
    def __init__(self):
        self.number = 0

    def add(self):
        self.number += 1

    def start(self):
        helper = threading.Thread(target=self.add)
        helper.start()
        helper.join()

    def holds(self):
        return self.number == 2
