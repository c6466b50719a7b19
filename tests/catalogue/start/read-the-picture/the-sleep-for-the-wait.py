# kind = "wrong"
# mistake = "takes the baking of the cake for the wait"
# loses = ["test_how_long_ines_waited"]
# without_finding = "what was read is judged, and no execution"

ines_waited = 180
woken_by = "Mira"
shop_opens = 480
last_wait = 180
