# kind = "wrong"
# mistake = "hands in the broken function again"
# loses = ["test_all_is_washed_when_join_returns", "test_a_broken_tray_is_reported", "test_helpers_stay_for_the_next_round"]
# finding = "error"

def help_out(sink, wash, problems):
    while True:
        tray = sink.get()
        sink.task_done()
        wash(tray)
