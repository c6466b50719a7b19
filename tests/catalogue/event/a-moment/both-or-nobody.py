# kind = "wrong"
# mistake = "thinks that the two are always together"
# loses = ["test_how_many_can_sell"]
# without_finding = "a prediction is no execution"

can_sell = {0, 2}
forever = "0x4.1x3.2.3"
only_jonas = "0x4.2.1x3.2x2.3"
