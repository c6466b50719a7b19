# kind = "wrong"
# mistake = "counts the second join from the beginning"
# loses = ["test_how_long_the_second_join_took"]
# without_finding = "what was read is judged, and no execution"

ines_waited = 300
woken_by = "Mira"
shop_opens = 480
last_wait = 480
