# kind = "wrong"
# mistake = "waits for the event, but for a second at a time"
# loses = ["test_each_mixer_is_stopped_by_itself"]
# finding = "polling"

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while True:
            turn()
            for _ in range(int(pause)):
                if enough.wait(timeout=1):
                    return

    thread = threading.Thread(target=mix, name="mixer")
    thread.start()
    return enough, thread


def stop_mixer(mixer):
    enough, thread = mixer
    enough.set()
    thread.join()
