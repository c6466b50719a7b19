# kind = "wrong"
# mistake = "calls run(), so that start_mixer mixes itself"
# loses = [
#     "test_the_mixer_turns_in_time",
#     "test_the_mixer_stops_at_once",
#     "test_a_stopped_mixer_stays_still",
#     "test_nobody_polls_for_the_stop",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_a_turn_is_finished",
#     "test_stopped_before_it_has_begun",
# ]
# finding = "endless loop"

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            turn()
            if enough.wait(timeout=pause):
                break

    thread = threading.Thread(target=mix, name="mixer")
    thread.run()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
