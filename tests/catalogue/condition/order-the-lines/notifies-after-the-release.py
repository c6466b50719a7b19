# kind = "wrong"
# mistake = "notify without the lock"
# loses = ["test_the_bakers_lines_are_in_order"]
# finding = "error"

sell_lines = "CEABD"
bake_lines = "HIGF"
other_bake_lines = "HFIG"
