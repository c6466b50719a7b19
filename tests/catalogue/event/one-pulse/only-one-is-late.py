# kind = "wrong"
# mistake = "Jonas works after it is red, and Ines never"
# loses = ["test_both_work_when_it_is_red_again"]
# without_finding = "under this schedule one of them works, and late; the other one is missing"

rounds = {0, 1, 2, 3}
both_late = "0x4.2.1x4.2x2.3"
twice_and_never = "0x4.1.2x5.1x3.3"
all_home = "0x4.1.2x5.3x3.1x3"
