# kind = "wrong"
# mistake = "thinks that the burnt loaf can be sold, too"
# loses = ["test_what_the_closing_prints"]
# without_finding = "a prediction is compared with what happens, and no execution is shown"

printed = {"The shop is closed", ("Jonas sells the fresh loaf", "Jonas sells the burnt loaf", "The shop is closed")}
for_ever = "0x31.1x40.0x16.1x8"
burnt_one = "0x31.1x22.0x18.1x9"
