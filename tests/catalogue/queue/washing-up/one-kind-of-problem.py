# kind = "wrong"
# mistake = "catches the one kind of exception that was seen"
# loses = ["test_helpers_stay_for_the_next_round"]
# finding = "error"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except ValueError as problem:
            problems.append(problem)
        finally:
            sink.task_done()
