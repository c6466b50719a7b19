# kind = "wrong"
# mistake = "a schedule in which both sell"
# loses = ["test_a_wakeup_is_stolen"]
# without_finding = "nothing goes wrong in it"

stolen = "0x4.3x9.1x6.2x6"
can_sell = {1, 2}
