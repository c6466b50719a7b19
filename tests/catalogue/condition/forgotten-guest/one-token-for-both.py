# kind = "wrong"
# mistake = "the same token twice"
# loses = ["test_bo_is_forgotten"]
# without_finding = "the answer is a token, and the check says what its schedule comes to"

ada_waits = bo_waits = "0x3.1.0x2.2x5.1x4.0x14.2x7"
