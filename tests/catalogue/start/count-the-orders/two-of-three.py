# kind = "wrong"
# mistake = "leaves one number out"
# loses = ["test_the_number_that_begins_with_kneading"]
# without_finding = "a number is judged, and no execution"

orders = 6
three_each = 20
