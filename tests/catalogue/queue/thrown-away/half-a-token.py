# kind = "wrong"
# mistake = "copies the beginning of a token only, after which everything goes well"
# loses = ["test_join_waits_for_ever"]
# without_finding = "under this schedule the program comes to its end, as it should"

printed = {"The shop is closed", ("Jonas sells the fresh loaf", "The shop is closed")}
for_ever = "0x31.1x10.0"
burnt_one = "0x31.1x22.0x18.1x9"
