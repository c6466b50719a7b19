# tries = "exchanges the names of two graded cells, so that the easy exercise's points count for the hard one"
# exercise = "starting-gun"
# holds = ["which-was-it"]
# hands_in = true

import json

NAMES = {"which-was-it": "starting-gun", "starting-gun": "which-was-it"}


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade"):
            marks["grade_id"] = NAMES.get(marks["grade_id"], marks["grade_id"])
    notebook.write_text(json.dumps(nb))
