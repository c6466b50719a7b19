# tries = "says that cells are worth NaN, infinitely many, negative or no points, and that they are right"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    odd = iter([float("nan"), float("inf"), -5, "6", None, True, [6], 10**400])
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade"):
            marks["points"] = next(odd)
            marks["correct"] = True
    notebook.write_text(json.dumps(nb))
