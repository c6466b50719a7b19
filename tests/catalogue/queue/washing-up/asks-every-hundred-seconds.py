# kind = "wrong"
# mistake = "a loop around get(timeout=100)"
# loses = ["test_helpers_do_not_poll"]
# finding = "polling"

import queue


def help_out(sink, wash, problems):
    while True:
        try:
            tray = sink.get(timeout=100)
        except queue.Empty:
            continue
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
        finally:
            sink.task_done()
