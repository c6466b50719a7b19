# kind = "wrong"
# mistake = "takes the schedule in which both loaves are thrown away for the one with the burnt loaf only"
# loses = ["test_the_burnt_loaf_is_thrown_away"]
# without_finding = "under this schedule the program comes to its end, as it should"

printed = {"The shop is closed", ("Jonas sells the fresh loaf", "The shop is closed")}
for_ever = "0x31.1x40.0x16.1x8"
burnt_one = "0x31.1.0x18.1x9"
