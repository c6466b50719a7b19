# kind = "wrong"
# mistake = "says who sells, and not how many loaves are sold"
# loses = ["test_how_many_loaves_are_sold"]
# without_finding = "a prediction is no execution"

stolen = "0x4.1x3.3x4.2x6.1x5.3x5"
can_sell = {"Jonas", "Ines"}
