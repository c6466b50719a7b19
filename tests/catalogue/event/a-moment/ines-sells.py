# kind = "wrong"
# mistake = "Ines sells, and Jonas waits for ever"
# loses = ["test_only_ines_waits_for_ever"]
# without_finding = "the wake-up is lost, as was asked for; it is the other one who waits"

can_sell = {0, 1, 2}
forever = "0x4.1x3.2.3"
only_jonas = "0x4.3.1x3.2.3x2"
