# tries = "has lists, numbers and texts where nbgrader's marks belong"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    odd = [[], "x", 5, None, {"grade_id": ["x"], "grade": "yes", "points": {}}, {"nbgrader": {}}, True]
    for number, cell in enumerate(nb["cells"]):
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] = odd[number % len(odd)]
    notebook.write_text(json.dumps(nb))
