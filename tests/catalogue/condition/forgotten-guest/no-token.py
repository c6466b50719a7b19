# kind = "wrong"
# mistake = "an answer in words"
# loses = ["test_ada_is_forgotten"]
# without_finding = "the answer is a token, and the check says what its schedule comes to"

ada_waits = "Ada waits, because the second release tells nobody"
bo_waits = "0x3.1.0x2.2.1x4.2x4.0x14.1x7"
