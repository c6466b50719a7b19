# kind = "right"
# variant = "texts with line breaks in place of tuples"
# loses = []

printed = {"The shop is closed", "Jonas sells the fresh loaf\nThe shop is closed"}
for_ever = "0x31.1x40.0x16.1x8"
burnt_one = "0x31.1x22.0x18.1x9"
