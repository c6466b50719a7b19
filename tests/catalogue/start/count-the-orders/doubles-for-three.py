# kind = "wrong"
# mistake = "counts two lines each, and doubles it for three"
# loses = ["test_the_number_of_orders_of_three"]
# without_finding = "a number is judged, and no execution"

orders = 6
kneads_first = 3
three_each = 12
