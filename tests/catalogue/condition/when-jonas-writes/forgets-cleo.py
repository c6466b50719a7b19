# kind = "wrong"
# mistake = "the third customer is not counted"
# loses = ["test_the_second_at_which_jonas_writes"]
# without_finding = "the answer is a number, and no program of the learner is run"

jonas_writes_at = 8
overtaken_by = 2
