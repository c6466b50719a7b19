# tries = "hands in a folder without a notebook"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.unlink()
    (folder / "readme.txt").write_text("I could not find it.")
