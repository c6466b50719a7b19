# kind = "wrong"
# mistake = "the other order is the same one"
# loses = ["test_another_order_of_the_bakers_lines"]
# without_finding = "an order that is right is only given twice"

sell_lines = "CEABD"
bake_lines = "HIFG"
other_bake_lines = "H I F G"
