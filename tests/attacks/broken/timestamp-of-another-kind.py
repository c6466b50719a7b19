# tries = "has a folder in the place of the time"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    (folder / "timestamp.txt").mkdir()
