# tries = "has metadata that is a list, a number, a text"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number, cell in enumerate(nb["cells"]):
        cell["metadata"] = [[], 5, "x", None][number % 4]
    nb["metadata"] = []
    notebook.write_text(json.dumps(nb))
