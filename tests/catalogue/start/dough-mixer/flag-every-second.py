# kind = "wrong"
# mistake = "a flag that is looked at every second"
# loses = [
#     "test_the_mixer_stops_at_once",
#     "test_nobody_polls_for_the_stop",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_stopped_before_it_has_begun",
# ]
# finding = "polling"

import threading
import time


class Mixer:
    def __init__(self, turn, pause):
        self.turn = turn
        self.pause = pause
        self.enough = False
        self.thread = threading.Thread(target=self.mix)

    def mix(self):
        while not self.enough:
            self.turn()
            for _ in range(self.pause):
                if not self.enough:
                    time.sleep(1)


def start_mixer(turn, pause):
    mixer = Mixer(turn, pause)
    mixer.thread.start()
    return mixer


def stop_mixer(mixer):
    mixer.enough = True
    mixer.thread.join()
