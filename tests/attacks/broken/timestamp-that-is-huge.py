# tries = "hands in a time of a hundred megabytes, of digits"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    (folder / "timestamp.txt").write_text("2026" + "9" * (100 << 20))
