# kind = "wrong"
# mistake = "gives a token for the worst case only, and one that loses nothing"
# loses = ["test_an_update_is_lost"]
# finding = "data race"

loss = "0x3.1x2.2x5.1x3.0x5"
worst = "0x3.1.2x5.1x4.0x5"
