# kind = "wrong"
# mistake = "has the two tokens the wrong way round"
# loses = [
#     "test_turn_by_turn",
#     "test_jonas_around_mira",
# ]
# without_finding = "the program does nothing wrong, but not what was asked for"

turn_by_turn = "0x3.2.1x3.2x2"
jonas_around = "0x3.1.2.1x2.2x2"
