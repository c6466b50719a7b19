# tries = "hands in ten thousand cells"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number in range(10000):
        cell = {"cell_type": "code", "id": f"n{number}", "metadata": {}, "outputs": [], "execution_count": None}
        nb["cells"].append({**cell, "source": f"def f{number}(): return f{number + 1}()"})
    notebook.write_text(json.dumps(nb))
