# tries = "makes code cells of text and text cells of code"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        cell["cell_type"] = {"code": "markdown", "markdown": "code"}[cell["cell_type"]]
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    notebook.write_text(json.dumps(nb))
