# kind = "wrong"
# mistake = "one after the other: nothing is lost"
# loses = [
#     "test_an_update_is_lost",
#     "test_as_few_as_possible",
# ]
# finding = "data race"

loss = "0x3.1x5.2x5.0x5"
worst = "0x3.2x5.1x5.0x5"
