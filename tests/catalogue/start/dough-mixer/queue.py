# kind = "right"
# variant = "a queue that the word to stop is put into"
# loses = []

import queue
import threading


def start_mixer(turn, pause):
    words = queue.Queue()

    def mix():
        while True:
            turn()
            try:
                words.get(timeout=pause)
            except queue.Empty:
                continue
            return

    thread = threading.Thread(target=mix)
    thread.start()
    return words, thread


def stop_mixer(mixer):
    words, thread = mixer
    words.put("stop")
    thread.join()
