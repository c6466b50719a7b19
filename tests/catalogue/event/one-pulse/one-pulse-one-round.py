# kind = "wrong"
# mistake = "thinks that one pulse is one round for each at most"
# loses = ["test_how_often_somebody_works"]
# without_finding = "a prediction is no execution"

rounds = {0, 1, 2}
both_late = "0x4.2.3.1x4.2x2.3x2"
twice_and_never = "0x4.1.2x5.1x3.3"
all_home = "0x4.1.2x5.3x3.1x3"
