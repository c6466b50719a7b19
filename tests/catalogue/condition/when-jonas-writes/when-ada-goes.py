# kind = "wrong"
# mistake = "Jonas begins when the first customer goes"
# loses = ["test_the_second_at_which_jonas_writes", "test_how_many_overtake_jonas"]
# without_finding = "the answer is a number, and no program of the learner is run"

jonas_writes_at = 5
overtaken_by = 1
