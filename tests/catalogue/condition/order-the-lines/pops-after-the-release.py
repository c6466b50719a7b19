# kind = "wrong"
# mistake = "the lock is given back between the look and the sale"
# loses = ["test_the_sellers_lines_are_in_order"]
# finding = "error"

sell_lines = "CEBAD"
bake_lines = "HIFG"
other_bake_lines = "HFIG"
