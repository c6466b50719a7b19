# kind = "wrong"
# mistake = "thinks that a pulse that is over has woken nobody, and gives a schedule in which it is not over"
# loses = ["test_both_work_when_it_is_red_again"]
# without_finding = "both work, as was asked for; but they do so too early"

rounds = {0, 1, 2, 3}
both_late = "0x4.2.3.1x2.2x2.3x2.1x2"
twice_and_never = "0x4.1.2x5.1x3.3"
all_home = "0x4.1.2x5.3x3.1x3"
