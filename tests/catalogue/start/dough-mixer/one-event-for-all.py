# kind = "wrong"
# mistake = "all mixers share one event, so that the first stop stops all of them"
# loses = ["test_each_mixer_is_stopped_by_itself"]
# without_finding = "the mixer turns and ends without a fault, but not when it should"

import threading

ENOUGH = threading.Event()


def start_mixer(turn, pause):
    ENOUGH.clear()

    def mix():
        while True:
            turn()
            if ENOUGH.wait(timeout=pause):
                break

    thread = threading.Thread(target=mix)
    thread.start()
    return thread


def stop_mixer(mixer):
    ENOUGH.set()
    mixer.join()
