# kind = "wrong"
# mistake = "waits for the stop without a limit, so that it turns once"
# loses = [
#     "test_the_mixer_turns_in_time",
#     "test_a_stopped_mixer_stays_still",
#     "test_each_mixer_is_stopped_by_itself",
# ]
# without_finding = "the mixer turns and ends without a fault, but not when it should"

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            turn()
            if enough.wait():
                break

    thread = threading.Thread(target=mix, name="mixer")
    thread.start()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
