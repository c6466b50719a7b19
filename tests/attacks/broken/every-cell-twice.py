# tries = "hands in every cell twice"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["cells"] += nb["cells"]
    notebook.write_text(json.dumps(nb))
