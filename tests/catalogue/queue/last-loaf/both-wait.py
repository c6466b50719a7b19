# kind = "wrong"
# mistake = "believes that both can wait for the last loaf"
# loses = ["test_how_many_may_wait"]
# without_finding = "a prediction is no execution"

waiting = {0, 1, 2}
jonas_waits = "0x4.1.2x4"
