# tries = "gives each cell the same id, one that is no id, or none"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number, cell in enumerate(nb["cells"]):
        cell["id"] = ["same", "", "not an id!", "x" * 200, "same"][number % 5]
    notebook.write_text(json.dumps(nb))
