# kind = "wrong"
# mistake = "asks every second whether there is a tray"
# loses = ["test_helpers_do_not_poll"]
# finding = "polling"

import queue
import time


def help_out(sink, wash, problems):
    while True:
        try:
            tray = sink.get_nowait()
        except queue.Empty:
            time.sleep(1)
            continue
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
        finally:
            sink.task_done()
