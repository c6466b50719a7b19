# kind = "wrong"
# mistake = "the other order changes the state after the notify, outside of the lock"
# loses = ["test_another_order_of_the_bakers_lines"]
# finding = "forgotten notify"

sell_lines = "CEABD"
bake_lines = "HIFG"
other_bake_lines = "HFGI"
