# tries = "copies the graded cell of the exercise that it has solved, ten times, under the same name"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    known = next(cell for cell in nb["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == "which-was-it")
    for number in range(10):
        nb["cells"].append({**known, "id": f"again-{number}"})
    notebook.write_text(json.dumps(nb))
