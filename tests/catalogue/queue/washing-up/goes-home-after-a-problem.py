# kind = "wrong"
# mistake = "reports the problem, marks the tray, and leaves the loop"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "deadlock"

def help_out(sink, wash, problems):
    try:
        while True:
            tray = sink.get()
            try:
                wash(tray)
            finally:
                sink.task_done()
    except Exception as problem:
        problems.append(problem)
