# kind = "wrong"
# mistake = "pauses first and turns then"
# loses = [
#     "test_the_mixer_turns_in_time",
#     "test_a_stopped_mixer_stays_still",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_a_turn_is_finished",
# ]
# without_finding = "the mixer turns and ends without a fault, but not when it should"

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            if enough.wait(timeout=pause):
                break
            turn()

    thread = threading.Thread(target=mix, name="mixer")
    thread.start()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
