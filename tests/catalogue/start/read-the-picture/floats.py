# kind = "right"
# variant = "writes the times with a point"
# loses = []

ines_waited, shop_opens, last_wait = 300.0, 480.0, 180.0
woken_by = "Mira"
