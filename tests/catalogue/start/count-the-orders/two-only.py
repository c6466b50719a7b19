# kind = "wrong"
# mistake = "thinks that each of the two goes through the whole list without a break"
# loses = [
#     "test_the_number_of_orders",
#     "test_the_number_that_begins_with_kneading",
#     "test_the_number_of_orders_of_three",
# ]
# without_finding = "a number is judged, and no execution"

orders = 2
kneads_first = 1
three_each = 2
