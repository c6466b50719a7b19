# kind = "wrong"
# mistake = "a token that stops before the theft"
# loses = ["test_a_wakeup_is_stolen"]
# without_finding = "from where the token ends, each thread runs as long as it can, and nothing goes wrong"

stolen = "0x4.1x3"
can_sell = {1, 2}
