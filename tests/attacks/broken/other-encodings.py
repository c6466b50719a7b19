# tries = "hands in UTF-16"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true


def hand_in(folder, notebook):
    notebook.write_bytes(notebook.read_text().encode("utf-16"))
