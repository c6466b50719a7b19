# kind = "right"
# variant = "where Ines waits for ever, somebody does"
# loses = []

can_sell = {0, 1, 2}
only_jonas = "0x4.2.1x3.2x2.3"
forever = only_jonas
