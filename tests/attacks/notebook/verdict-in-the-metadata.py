# tries = "deletes the cell that is graded and brings a verdict of its own, in the metadata of another"
# exercise = "which-was-it"
# hands_in = true

import json

CHECK = {"name": "x", "title": "Everything", "points": 6, "status": "passed", "reason": ""}


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    verdict = {"exercise": "which-was-it", "checks": [CHECK], "problems": []}
    for cell in nb["cells"]:
        cell["metadata"]["course"] = verdict
    nb["metadata"]["course"] = {"sentence": "Every check passed.", "readable": True}
    nb["cells"] = [cell for cell in nb["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") != "which-was-it"]
    notebook.write_text(json.dumps(nb))
