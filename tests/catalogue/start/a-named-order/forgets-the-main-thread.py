# kind = "wrong"
# mistake = "leaves the steps of the main thread out of one token"
# loses = ["test_turn_by_turn"]
# without_finding = "the token fits no execution"

turn_by_turn = "1.2.1x2.2x2"
jonas_around = "0x3.2.1x3.2x2"
