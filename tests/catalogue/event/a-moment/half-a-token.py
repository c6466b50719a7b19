# kind = "wrong"
# mistake = "copies the beginning of a token only, after which everything goes well"
# loses = ["test_somebody_waits_for_ever"]
# without_finding = "under this schedule the program comes to its end, as it should"

can_sell = {0, 1, 2}
forever = "0x4.2.3"
only_jonas = "0x4.2.1x3.2x2.3"
