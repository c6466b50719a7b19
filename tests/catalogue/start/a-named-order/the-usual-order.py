# kind = "wrong"
# mistake = "copies the token of the usual order for both"
# loses = [
#     "test_turn_by_turn",
#     "test_jonas_around_mira",
# ]

turn_by_turn = "0x3.1x3.2x3"
jonas_around = "0x3.1x3.2x3"
