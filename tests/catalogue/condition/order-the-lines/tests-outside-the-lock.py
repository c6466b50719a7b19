# kind = "wrong"
# mistake = "the predicate is tested, and waited for, before the lock is taken"
# loses = ["test_the_sellers_lines_are_in_order"]
# finding = "error"

sell_lines = "ECABD"
bake_lines = "HIFG"
other_bake_lines = "HFIG"
