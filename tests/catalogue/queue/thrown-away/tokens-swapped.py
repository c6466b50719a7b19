# kind = "wrong"
# mistake = "has the two tokens in the wrong places"
# loses = ["test_join_waits_for_ever", "test_the_burnt_loaf_is_thrown_away"]
# finding = "deadlock"

printed = {"The shop is closed", ("Jonas sells the fresh loaf", "The shop is closed")}
for_ever = "0x31.1x22.0x18.1x9"
burnt_one = "0x31.1x40.0x16.1x8"
