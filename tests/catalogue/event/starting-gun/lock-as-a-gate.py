# kind = "right"
# variant = "a locked Lock is the gate: whoever comes through opens it for the next"
# loses = []

import threading


def race(names, run, fire):
    gate = threading.Lock()
    gate.acquire()

    def runner(name):
        with gate:
            pass
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gate.release()
    for thread in threads:
        thread.join()
