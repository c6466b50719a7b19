# kind = "wrong"
# mistake = "copies the token of the usual order for both"
# loses = [
#     "test_turn_by_turn",
#     "test_jonas_around_mira",
# ]
# without_finding = "the program does nothing wrong, but not what was asked for"

turn_by_turn = "0x3.1x3.2x3"
jonas_around = "0x3.1x3.2x3"
