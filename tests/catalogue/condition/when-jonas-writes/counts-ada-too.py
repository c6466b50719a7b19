# kind = "wrong"
# mistake = "who came before Jonas is counted as one who overtakes"
# loses = ["test_how_many_overtake_jonas"]
# without_finding = "the answer is a number, and no program of the learner is run"

jonas_writes_at = 11
overtaken_by = 3
