# kind = "wrong"
# mistake = "tells nobody what went wrong"
# loses = ["test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# without_finding = "an exception that was caught is no error to the explorer"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        try:
            wash(tray)
        except Exception:
            pass
        finally:
            sink.task_done()
