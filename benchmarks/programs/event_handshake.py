"""One asks and waits for the answer; the other waits to be asked, and answers."""

import threading


class State:
    def __init__(self):
        self.asked = threading.Event()
        self.answered = threading.Event()
        self.answer = None

    def ask(self):
        self.asked.set()
        self.answered.wait()

    def reply(self):
        self.asked.wait()
        self.answer = "yes"
        self.answered.set()

    def holds(self):
        return self.answer == "yes"
