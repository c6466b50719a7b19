# tries = "hands in the notebook under the name that a browser gave it"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true


def hand_in(folder, notebook):
    notebook.rename(folder / "1-one-signal (1).ipynb")
