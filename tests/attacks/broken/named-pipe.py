# tries = "hands in a named pipe, from which nobody will ever read a byte"
# exercise = "which-was-it"
# hands_in = true

import os


def hand_in(folder, notebook):
    notebook.unlink()
    os.mkfifo(notebook)
