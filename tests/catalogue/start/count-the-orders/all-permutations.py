# kind = "wrong"
# mistake = "forgets that the order within a list is fixed"
# loses = [
#     "test_the_number_of_orders",
#     "test_the_number_that_begins_with_kneading",
#     "test_the_number_of_orders_of_three",
# ]
# without_finding = "a number is judged, and no execution"

orders = 24
kneads_first = 6
three_each = 720
