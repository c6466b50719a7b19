# kind = "wrong"
# mistake = "takes an empty sink for the end"
# loses = ["test_all_is_washed_when_join_returns", "test_a_broken_tray_is_reported", "test_helpers_do_not_poll", "test_helpers_stay_for_the_next_round"]
# finding = "deadlock"

def help_out(sink, wash, problems):
    while not sink.empty():
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
        finally:
            sink.task_done()
