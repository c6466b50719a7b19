# tries = "has half characters and the number zero in its cells"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for text in ("x = '\ud800'", "x = '\x00'", "# \udcff\ndef customer(bell, patience):\n    return '\ud83d'", "\ufeffx = 1", "def f\u200bg(): pass", "x = 1\u2028y = 2\x0b\x0c\x1c\x85z = 3"):
        nb["cells"].insert(0, {"cell_type": "code", "id": f"h{len(nb['cells'])}", "metadata": {}, "outputs": [], "execution_count": None, "source": text})
        nb["cells"].append({"cell_type": "markdown", "id": f"m{len(nb['cells'])}", "metadata": {}, "source": text})
    notebook.write_text(json.dumps(nb))
