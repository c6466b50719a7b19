# kind = "wrong"
# mistake = "gives minutes where seconds are asked for"
# loses = [
#     "test_how_long_ines_waited",
#     "test_when_the_shop_opens",
#     "test_how_long_the_second_join_took",
# ]
# without_finding = "what was read is judged, and no execution"

ines_waited = 5
woken_by = "Mira"
shop_opens = 8
last_wait = 3
