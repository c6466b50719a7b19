# tries = "has marks of nbgrader in a schema that is not yet made"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = 99
    notebook.write_text(json.dumps(nb))
