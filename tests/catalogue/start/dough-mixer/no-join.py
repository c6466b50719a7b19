# kind = "wrong"
# mistake = "asks the mixer to stop, and does not wait until it has"
# loses = [
#     "test_a_stopped_mixer_stays_still",
#     "test_a_turn_is_finished",
# ]
# without_finding = "the work is done, but too late for the caller"

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            turn()
            if enough.wait(timeout=pause):
                break

    thread = threading.Thread(target=mix, name="mixer")
    thread.start()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
