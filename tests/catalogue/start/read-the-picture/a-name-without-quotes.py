# kind = "wrong"
# mistake = "writes a name without quotes"
# loses = ["test_who_woke_ines"]
# without_finding = "what was read is judged, and no execution"

ines_waited = 300
woken_by = Mira
shop_opens = 480
last_wait = 180
