# kind = "wrong"
# mistake = "leaves one number out"
# loses = ["test_the_number_that_begins_with_kneading"]

orders = 6
three_each = 20
