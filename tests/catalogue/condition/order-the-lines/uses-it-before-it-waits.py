# kind = "wrong"
# mistake = "the seller takes a loaf first, and waits afterwards"
# loses = ["test_the_sellers_lines_are_in_order"]
# finding = "error"

sell_lines = "CAEBD"
bake_lines = "HIFG"
other_bake_lines = "HFIG"
