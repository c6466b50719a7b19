# tries = "hands in a notebook of a version that is not yet made"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["nbformat"] = 5
    notebook.write_text(json.dumps(nb))
