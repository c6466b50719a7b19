# kind = "right"
# variant = "the lines have names, and the set is put together from them"
# loses = []

CLOSED = "The shop is closed"
SOLD = "Jonas sells the fresh loaf"
printed = {CLOSED} | {(SOLD, CLOSED)}
for_ever = "0x31.1x40.0x16.1x8"
burnt_one = "0x31.1x22.0x18.1x9"
