# kind = "wrong"
# mistake = "copies the second token before the game is over, when Mira has not come yet"
# loses = ["test_jonas_around_mira"]
# without_finding = "the program does nothing wrong, but not what was asked for"

turn_by_turn = "0x3.1.2.1x2.2x2"
jonas_around = "0x3.2"
