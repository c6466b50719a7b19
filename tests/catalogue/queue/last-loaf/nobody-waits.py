# kind = "wrong"
# mistake = "believes that nobody can wait, since they have asked"
# loses = ["test_how_many_may_wait"]
# without_finding = "a prediction is no execution"

waiting = {0}
jonas_waits = "0x4.1.2x4"
