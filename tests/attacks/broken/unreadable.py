# tries = "hands in a file that nobody may read"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.chmod(0)
