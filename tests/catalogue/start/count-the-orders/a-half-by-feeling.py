# kind = "wrong"
# mistake = "counts the orders well, and guesses how many begin with kneading"
# loses = ["test_the_number_that_begins_with_kneading"]
# without_finding = "a number is judged, and no execution"

orders = 6
kneads_first = 2
three_each = 20
