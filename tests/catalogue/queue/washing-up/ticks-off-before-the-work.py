# kind = "wrong"
# mistake = "calls task_done() before the work"
# loses = ["test_all_is_washed_when_join_returns", "test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "early task_done"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        sink.task_done()
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
