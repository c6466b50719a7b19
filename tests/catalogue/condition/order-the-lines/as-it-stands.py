# kind = "wrong"
# mistake = "the lines as they stand on the torn page"
# loses = [
#     "test_another_order_of_the_bakers_lines",
#     "test_the_bakers_lines_are_in_order",
#     "test_the_sellers_lines_are_in_order",
# ]
# finding = "error"

sell_lines = "ABCDE"
bake_lines = "FGHI"
other_bake_lines = "FGHI"
