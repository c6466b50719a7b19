# kind = "wrong"
# mistake = "a schedule in which both sit down"
# loses = ["test_ada_is_forgotten"]
# without_finding = "the answer is a token, and the check says what its schedule comes to"

ada_waits = "0x3.1.0x2.2.0x14.1x7.2x7"
bo_waits = "0x3.1.0x2.2.1x4.2x4.0x14.1x7"
