# kind = "wrong"
# mistake = "the customers read one after the other"
# loses = ["test_the_second_at_which_jonas_writes"]
# without_finding = "the answer is a number, and no program of the learner is run"

jonas_writes_at = 15
overtaken_by = 2
