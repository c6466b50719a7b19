# tries = "brings graded cells that the course does not know"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    known = next(cell for cell in nb["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == "which-was-it")
    for number in range(5):
        cell = json.loads(json.dumps(known))
        cell["id"] = f"bonus-{number}"
        cell["metadata"]["nbgrader"].update(grade_id=f"bonus-{number}", points=100)
        nb["cells"].append(cell)
    notebook.write_text(json.dumps(nb))
