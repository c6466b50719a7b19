# kind = "wrong"
# mistake = "names all who wait in the schedule that was found"
# loses = ["test_who_waits_whenever_all_is_stuck"]
# without_finding = "a prediction is no execution"

stuck = "0x4.1x3.2x3.3x8.1x7.2x3"
always_waits = {"Mira", "Ines"}
