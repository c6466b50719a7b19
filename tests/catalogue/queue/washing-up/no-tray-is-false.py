# kind = "wrong"
# mistake = "takes a tray that counts as false for the end"
# loses = ["test_helpers_stay_for_the_next_round"]
# finding = "missing task_done"

def help_out(sink, wash, problems):
    while tray := sink.get():
        try:
            wash(tray)
        except Exception as problem:
            problems.append(problem)
        finally:
            sink.task_done()
