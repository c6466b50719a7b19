# kind = "wrong"
# mistake = "waits for the end for a second at most"
# loses = [
#     "test_a_stopped_mixer_stays_still",
#     "test_a_turn_is_finished",
# ]
# finding = "ignored timeout"

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
    thread.join(timeout=1)
