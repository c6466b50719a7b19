# kind = "wrong"
# mistake = "calls task_done() before the problem is reported"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# without_finding = "the tray has been worked on; that the report is missing is for the check to say"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            sink.task_done()
            problems.append(problem)
        else:
            sink.task_done()
