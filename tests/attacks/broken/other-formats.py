# tries = "hands in a notebook of version 3, whose cells stand elsewhere"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    cells = [
        {"cell_type": "code", "input": cell["source"], "outputs": [], "language": "python", "metadata": cell["metadata"]}
        for cell in nb["cells"]
        if cell["cell_type"] == "code"
    ]
    notebook.write_text(json.dumps({"metadata": {"name": "x"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells, "metadata": {}}]}))
