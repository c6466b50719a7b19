# tries = "hands in an empty file"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.write_bytes(b"")
