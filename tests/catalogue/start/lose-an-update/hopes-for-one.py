# kind = "wrong"
# mistake = "thinks that the worst is 1, and gives up on it"
# loses = ["test_as_few_as_possible"]
# without_finding = "there is no token to replay"

loss = "0x3.1.2x2.1x4.2x3.0x5"
worst = None
