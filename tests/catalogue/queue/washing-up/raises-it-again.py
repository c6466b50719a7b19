# kind = "wrong"
# mistake = "reports the problem and raises it again"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "error"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
            raise
        finally:
            sink.task_done()
