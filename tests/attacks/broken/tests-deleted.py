# tries = "deletes every graded cell"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["cells"] = [cell for cell in nb["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]
    notebook.write_text(json.dumps(nb))
