# kind = "wrong"
# mistake = "writes the wanted lines in place of a token"
# loses = [
#     "test_turn_by_turn",
#     "test_jonas_around_mira",
# ]
# without_finding = "there is no token to replay"

turn_by_turn = "Mira, Jonas, Mira, Jonas"
jonas_around = "Jonas, Mira, Mira, Jonas"
