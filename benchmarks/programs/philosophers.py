"""Philosophers who take the fork at one side and then the one at the other."""

import threading


class State:
    def __init__(self, forks):
        self.forks = [threading.Lock() for _ in range(forks)]

    def dine(self, first, second):
        with self.forks[first], self.forks[second]:
            pass

    def holds(self):
        return True
