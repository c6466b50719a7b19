# kind = "wrong"
# mistake = "predicts a number, and not a set"
# loses = ["test_how_many_loaves_are_sold"]
# without_finding = "a prediction is no execution"

stolen = "0x4.1x3.3x4.2x6.1x5.3x5"
can_sell = 1
