# kind = "wrong"
# mistake = "thinks that the main thread woke Ines"
# loses = ["test_who_woke_ines"]
# without_finding = "what was read is judged, and no execution"

ines_waited = 300
woken_by = "main"
shop_opens = 480
last_wait = 180
