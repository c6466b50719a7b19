# tries = "deletes every cell"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["cells"] = []
    notebook.write_text(json.dumps(nb))
