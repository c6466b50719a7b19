# kind = "wrong"
# mistake = "the seller never gives the lock back"
# loses = ["test_the_sellers_lines_are_in_order"]
# without_finding = "an answer without all the letters is not run"

sell_lines = "CEAD"
bake_lines = "HIFG"
other_bake_lines = "HFIG"
