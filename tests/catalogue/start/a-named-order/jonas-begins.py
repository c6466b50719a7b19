# kind = "wrong"
# mistake = "lets Jonas begin where Mira should"
# loses = ["test_turn_by_turn"]
# without_finding = "the program does nothing wrong, but not what was asked for"

turn_by_turn = "0x3.2.1.2x2.1x2"
jonas_around = "0x3.2.1x3.2x2"
