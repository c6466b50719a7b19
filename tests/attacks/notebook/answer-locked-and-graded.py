# tries = "marks its answer as a graded cell of its own, with a thousand points, to be graded by hand"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade_id") == "which-was-it-solution":
            marks.update(grade=True, points=1000, locked=True)
        if marks.get("grade_id") == "which-was-it":
            marks.update(solution=True, locked=False)
            cell["source"] = "print(6.0)"
    notebook.write_text(json.dumps(nb))
