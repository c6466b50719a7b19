# tries = "hands in text that is no UTF-8"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.write_bytes(notebook.read_bytes().replace(b"Wait", b"W\xe4it"))
