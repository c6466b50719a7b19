# kind = "wrong"
# mistake = "takes the schedule in which nobody sells for both questions"
# loses = ["test_only_ines_waits_for_ever"]
# without_finding = "the wake-up is lost, as was asked for; but it is lost by both"

can_sell = {0, 1, 2}
forever = "0x4.1x3.2.3"
only_jonas = forever
