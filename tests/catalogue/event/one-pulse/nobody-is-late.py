# kind = "wrong"
# mistake = "a schedule in which nobody comes too late, for the one in which Ines does"
# loses = ["test_one_hears_it_twice_and_one_never"]
# without_finding = "under this schedule the program comes to its end"

rounds = {0, 1, 2, 3}
both_late = "0x4.2.3.1x4.2x2.3x2"
twice_and_never = "0x4.1.2x5.3x3.1x3"
all_home = "0x4.1.2x5.3x3.1x3"
