import threading


def race(names, run, fire):
    state = {"go": 0}

    def runner(name):
        while not state["go"]:
            pass
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    state["go"] = 1
    for thread in threads:
        thread.join()
