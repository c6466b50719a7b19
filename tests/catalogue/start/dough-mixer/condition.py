# kind = "right"
# variant = "a Condition with a flag, and wait_for with a timeout"
# loses = []

import threading


def start_mixer(turn, pause):
    mixer = {"changed": threading.Condition(), "stopped": False}

    def mix():
        stopped = False
        while not stopped:
            turn()
            with mixer["changed"]:
                stopped = mixer["changed"].wait_for(lambda: mixer["stopped"], timeout=pause)

    mixer["thread"] = threading.Thread(target=mix)
    mixer["thread"].start()
    return mixer


def stop_mixer(mixer):
    with mixer["changed"]:
        mixer["stopped"] = True
        mixer["changed"].notify()
    mixer["thread"].join()
