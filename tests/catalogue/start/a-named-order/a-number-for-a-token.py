# kind = "wrong"
# mistake = "leaves the quotes out, and gives a list of the threads"
# loses = ["test_turn_by_turn"]
# without_finding = "there is no token to replay"

turn_by_turn = [0, 0, 0, 1, 2, 1, 1, 2, 2]
jonas_around = "0x3.2.1x3.2x2"
