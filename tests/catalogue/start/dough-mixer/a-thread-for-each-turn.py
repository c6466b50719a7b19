# kind = "wrong"
# mistake = "a new thread for each turn, and a stop that does not wait for it"
# loses = [
#     "test_a_stopped_mixer_stays_still",
#     "test_a_turn_is_finished",
# ]
# finding = "data race"

import threading


class Mixer:
    def __init__(self, turn, pause):
        self.turn = turn
        self.pause = pause
        self.stopped = False
        self.timer = threading.Timer(0, self.mix)

    def mix(self):
        if not self.stopped:
            self.turn()
            self.timer = threading.Timer(self.pause, self.mix)
            self.timer.start()


def start_mixer(turn, pause):
    mixer = Mixer(turn, pause)
    mixer.timer.start()
    return mixer


def stop_mixer(mixer):
    mixer.stopped = True
    mixer.timer.cancel()
