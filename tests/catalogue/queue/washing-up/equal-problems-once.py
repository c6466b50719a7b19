# kind = "wrong"
# mistake = "reports a problem only if none reads the same yet"
# loses = ["test_helpers_stay_for_the_next_round"]
# without_finding = "each schedule comes to its end; a report is missing"


def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception as problem:
            if str(problem) not in [str(known) for known in problems]:
                problems.append(problem)
        finally:
            sink.task_done()
