# tries = "turns the order of the cells round"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["cells"].reverse()
    notebook.write_text(json.dumps(nb))
