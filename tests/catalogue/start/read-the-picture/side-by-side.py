# kind = "wrong"
# mistake = "thinks that the shop opens when the longer baking is done"
# loses = ["test_when_the_shop_opens"]
# without_finding = "what was read is judged, and no execution"

ines_waited = 300
woken_by = "Mira"
shop_opens = 300
last_wait = 180
