# kind = "right"
# variant = "a subclass of Thread"
# loses = []

import threading


class Mixer(threading.Thread):
    def __init__(self, turn, pause):
        super().__init__()
        self.turn = turn
        self.pause = pause
        self.enough = threading.Event()

    def run(self):
        self.turn()
        while not self.enough.wait(self.pause):
            self.turn()


def start_mixer(turn, pause):
    mixer = Mixer(turn, pause)
    mixer.start()
    return mixer


def stop_mixer(mixer):
    mixer.enough.set()
    mixer.join()
