# kind = "right"
# variant = "what start_mixer returns is the function that stops it; the mixer may end without a turn"
# loses = []

import threading


def start_mixer(turn, pause):
    enough = threading.Event()

    def mix():
        while not enough.is_set():
            turn()
            enough.wait(pause)

    thread = threading.Thread(target=mix)
    thread.start()

    def stop():
        enough.set()
        thread.join()

    return stop


def stop_mixer(mixer):
    mixer()
