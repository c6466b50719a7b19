# kind = "wrong"
# mistake = "thinks that all is done when both have worked"
# loses = ["test_everybody_comes_home"]
# finding = "deadlock"

rounds = {0, 1, 2, 3}
both_late = "0x4.2.3.1x4.2x2.3x2"
twice_and_never = "0x4.1.2x5.1x3.3"
all_home = "0x4.2.3.1x4.2x2.3x2"
