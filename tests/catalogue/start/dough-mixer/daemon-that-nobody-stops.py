# kind = "wrong"
# mistake = "makes the mixer a daemon, and lets it turn until the program is over"
# loses = [
#     "test_a_stopped_mixer_stays_still",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_a_turn_is_finished",
# ]
# without_finding = "the mixer turns and ends without a fault, but not when it should"

import threading
import time


def start_mixer(turn, pause):
    def mix():
        while True:
            turn()
            time.sleep(pause)

    threading.Thread(target=mix, daemon=True).start()


def stop_mixer(mixer):
    pass
