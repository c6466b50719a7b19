# kind = "wrong"
# mistake = "writes the numbers as texts"
# loses = [
#     "test_the_number_of_orders",
#     "test_the_number_that_begins_with_kneading",
#     "test_the_number_of_orders_of_three",
# ]
# without_finding = "a number is judged, and no execution"

orders = '6'
kneads_first = '3'
three_each = '20'
