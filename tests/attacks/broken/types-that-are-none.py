# tries = "has cells of types that there are not, and cells that are no cells"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["cells"] += [{"cell_type": "video", "metadata": {}, "source": "x"}, {}, [], None, 5, "cell", {"cell_type": "code"}]
    notebook.write_text(json.dumps(nb))
