# kind = "wrong"
# mistake = "calls task_done() twice for a tray that is broken"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "error"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
            sink.task_done()
        finally:
            sink.task_done()
