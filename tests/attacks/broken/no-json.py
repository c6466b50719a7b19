# tries = "hands in a file that is not JSON"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.write_text(notebook.read_text()[:1000])
