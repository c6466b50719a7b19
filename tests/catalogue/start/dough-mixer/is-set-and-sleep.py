# kind = "wrong"
# mistake = "asks is_set() between the pauses, and sleeps in them"
# loses = [
#     "test_the_mixer_stops_at_once",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_a_turn_is_finished",
#     "test_stopped_before_it_has_begun",
# ]
# without_finding = "the mixer turns and ends without a fault, but not when it should"

import threading
import time


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            turn()
            time.sleep(pause)
            if enough.is_set():
                break

    thread = threading.Thread(target=mix, name="mixer")
    thread.start()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
