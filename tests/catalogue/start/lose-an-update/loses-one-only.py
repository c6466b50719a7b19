# kind = "wrong"
# mistake = "loses an update, but not as many as can be lost"
# loses = ["test_as_few_as_possible"]
# without_finding = "an update is lost, as was asked for; more could be"

loss = "0x3.1.2x2.1x4.2x3.0x5"
worst = "0x3.1.2x2.1x4.2x3.0x5"
