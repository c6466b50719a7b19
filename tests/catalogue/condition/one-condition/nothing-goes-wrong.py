# kind = "wrong"
# mistake = "a schedule in which all get home"
# loses = ["test_a_notify_wakes_the_wrong_one"]
# without_finding = "nothing goes wrong in it"

stuck = "0x4.3x8.1x7.3x6.2x7"
always_waits = "Mira"
