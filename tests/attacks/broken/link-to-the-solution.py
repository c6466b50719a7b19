# tries = "hands in a link to the instructor's own notebook"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.unlink()
    notebook.symlink_to("@COURSE@/source/event/1-one-signal.ipynb")
