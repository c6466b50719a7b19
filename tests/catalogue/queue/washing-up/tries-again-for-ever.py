# kind = "wrong"
# mistake = "washes a broken tray again and again"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "endless loop"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        while True:
            try:
                wash(tray)
                break
            except Exception as problem:
                problems.append(problem)
        sink.task_done()
