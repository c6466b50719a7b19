# kind = "wrong"
# mistake = "the two tokens are exchanged"
# loses = ["test_ada_is_forgotten", "test_bo_is_forgotten"]
# without_finding = "the answer is a token, and the check says what its schedule comes to"

bo_waits = "0x3.1.0x2.2x5.1x4.0x14.2x7"
ada_waits = "0x3.1.0x2.2.1x4.2x4.0x14.1x7"
