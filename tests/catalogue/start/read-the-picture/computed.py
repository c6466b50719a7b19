# kind = "right"
# variant = "computes the times"
# loses = []

MIRA, INES = 5 * 60, 3 * 60
ines_waited = MIRA
woken_by = "Mira"
shop_opens = MIRA + INES
last_wait = INES
