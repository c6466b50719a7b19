# tries = "hands in a folder that is called like the notebook"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.unlink()
    notebook.mkdir()
    (notebook / "x").write_text("x")
