# kind = "wrong"
# mistake = "a token under which all goes well"
# loses = ["test_jonas_waits_for_ever"]
# without_finding = "under this schedule the program comes to its end, as it should"

waiting = {0, 1}
jonas_waits = "0x4.2x4.1x2"
