# tries = "hands in a link to a secret file of the host, in the place of the notebook"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    notebook.unlink()
    notebook.symlink_to("@HOME@/secret.txt")
