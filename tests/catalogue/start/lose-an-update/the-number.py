# kind = "wrong"
# mistake = "gives the number that is printed, in place of a token"
# loses = [
#     "test_an_update_is_lost",
#     "test_as_few_as_possible",
# ]

loss = 3
worst = 2
