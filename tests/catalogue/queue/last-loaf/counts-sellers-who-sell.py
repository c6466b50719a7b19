# kind = "wrong"
# mistake = "counts those who sell, and gives the schedule that is shown first"
# loses = ["test_how_many_may_wait", "test_jonas_waits_for_ever"]
# without_finding = "under this schedule the program comes to its end, as it should"

waiting = {1, 2}
jonas_waits = "0x4.1x4.2x2"
