# kind = "right"
# variant = "the helper lets another thread wash each tray, and waits for it"
# loses = []

import threading


def help_out(sink, wash, problems):
    def wash_one(tray):
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)

    while True:
        helper = threading.Thread(target=wash_one, args=(sink.get(),))
        helper.start()
        helper.join()
        sink.task_done()
