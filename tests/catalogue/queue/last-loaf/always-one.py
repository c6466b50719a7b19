# kind = "wrong"
# mistake = "believes that somebody always waits"
# loses = ["test_how_many_may_wait"]
# without_finding = "a prediction is no execution"

waiting = {1}
jonas_waits = "0x4.1.2x4"
