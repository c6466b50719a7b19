# tries = "hands in further notebooks: a second one of its own, the next lesson's, and one with the solution's name"
# exercise = "which-was-it"
# hands_in = true

import shutil


def hand_in(folder, notebook):
    for name in ("bonus.ipynb", "2-clear-and-pulses.ipynb", "solution.ipynb", "1-one-signal-Copy1.ipynb"):
        shutil.copyfile(notebook, folder / name)
