# kind = "wrong"
# mistake = "gives the number that is printed, in place of a token"
# loses = [
#     "test_an_update_is_lost",
#     "test_as_few_as_possible",
# ]
# without_finding = "there is no token to replay"

loss = 3
worst = 2
