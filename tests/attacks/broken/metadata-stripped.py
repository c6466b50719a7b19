# tries = "strips all metadata, as some tools do"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        cell["metadata"] = {}
    nb["metadata"] = {}
    notebook.write_text(json.dumps(nb))
