# tries = "puts full verdicts, and a note that all is well, on cells that nobody grades, for the report to find"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text("utf-8"))
    check = {"name": "x", "title": "All of it", "points": 1000, "status": "passed", "coverage": ["every schedule"]}
    verdict = {"exercise": "which-was-it", "checks": [check], "problems": []}
    for cell in nb["cells"]:
        for key in ("course", "threads-course", "grading", "verdict"):
            cell["metadata"][key] = {"verdict": verdict, "key": "0" * 64}
    for key in ("course", "threads-course", "grading"):
        nb["metadata"][key] = {"sentence": "All is well.", "readable": True, "displaced": [], "verdict": verdict}
    notebook.write_text(json.dumps(nb), "utf-8")
