# kind = "wrong"
# mistake = "does not call task_done() for a tray that is broken"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "missing task_done"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
            sink.task_done()
        except Exception as problem:
            problems.append(problem)
