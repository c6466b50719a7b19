# kind = "wrong"
# mistake = "thinks that a bell is heard by everybody, and gives a token in which it is"
# loses = [
#     "test_how_many_can_sell",
#     "test_only_ines_waits_for_ever",
#     "test_somebody_waits_for_ever",
# ]
# without_finding = "under these schedules the program comes to its end, as it should"

can_sell = {2}
forever = "0x4.2.3.1x3.2x2.3x2"
only_jonas = "0x4.2.3.1x3.2x2.3x2"
