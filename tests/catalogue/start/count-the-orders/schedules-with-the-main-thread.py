# kind = "wrong"
# mistake = "counts the steps of the main thread, too"
# loses = ["test_the_number_of_orders"]
# without_finding = "a number is judged, and no execution"

orders = 9
kneads_first = 3
three_each = 20
