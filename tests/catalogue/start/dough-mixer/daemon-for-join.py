# kind = "wrong"
# mistake = "makes the mixer a daemon that looks at a flag, and does not wait for its end"
# loses = [
#     "test_a_stopped_mixer_stays_still",
#     "test_a_turn_is_finished",
# ]
# finding = "data race"

import threading
import time


class Mixer:
    def __init__(self, turn, pause):
        self.turn = turn
        self.pause = pause
        self.enough = False
        self.thread = threading.Thread(target=self.mix, daemon=True)

    def mix(self):
        while not self.enough:
            self.turn()
            time.sleep(self.pause)


def start_mixer(turn, pause):
    mixer = Mixer(turn, pause)
    mixer.thread.start()
    return mixer


def stop_mixer(mixer):
    mixer.enough = True
