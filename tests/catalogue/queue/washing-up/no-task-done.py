# kind = "wrong"
# mistake = "never calls task_done()"
# loses = ["test_all_is_washed_when_join_returns", "test_a_broken_tray_is_reported", "test_helpers_do_not_poll", "test_helpers_stay_for_the_next_round"]
# finding = "missing task_done"

def help_out(sink, wash, problems):
    while True:
        try:
            wash(sink.get())
        except Exception as problem:
            problems.append(problem)
