# kind = "wrong"
# mistake = "start_mixer waits until the first pause is over"
# loses = [
#     "test_the_mixer_turns_in_time",
#     "test_the_mixer_stops_at_once",
#     "test_each_mixer_is_stopped_by_itself",
#     "test_a_turn_is_finished",
#     "test_stopped_before_it_has_begun",
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
    thread.join(timeout=pause)
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
