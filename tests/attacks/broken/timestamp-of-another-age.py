# tries = "says that it was handed in in the year 1, and in a time zone of its own"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +99:99")
