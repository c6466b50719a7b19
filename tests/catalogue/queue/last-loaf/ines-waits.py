# kind = "wrong"
# mistake = "the one who waits is Ines"
# loses = ["test_jonas_waits_for_ever"]
# without_finding = "the deadlock is there, as was asked for; it is the other one who waits"

waiting = {0, 1}
jonas_waits = "0x4.2.1x4"
