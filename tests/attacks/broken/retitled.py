# tries = "gives the graded cells other names: of files above, of nothing, of a thousand letters"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    names = iter(["../../../source", "", "x" * 1000, "a'; drop table grade; --", "<script>injected()</script>"])
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade"):
            marks["grade_id"] = next(names)
    notebook.write_text(json.dumps(nb))
