# tries = "writes lines that are hard for the patterns by which cells are read: magics that are none, odd spaces"
# exercise = "which-was-it"
# hands_in = true

import json

TEXTS = [
    "(\n" + " " * 90000 + "x",
    "a" * 90000 + " !",
    "if 1:\n" + " " * 90000 + "$",
    "if 1:\n" + "\t " * 45000 + "a b=",
    "a ," * 30000 + "\n=",
    " " * 50000 + "%" + " " * 40000,
    "def " + " " * 90000 + "\n",
    "async" + " " * 40000 + "def" + " " * 40000,
    "x" + " " * 90000 + ":" * 2000,
    "x :" + "=" * 2,
    "%%" + "x" * 90000,
    "?" * 90000,
    "*" * 90000 + "?" + " " * 1000 + "x",
]


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number, text in enumerate(TEXTS):
        cell = {"cell_type": "code", "id": f"odd-{number}", "metadata": {}, "outputs": [], "execution_count": None}
        nb["cells"].insert(0, {**cell, "source": text})
    notebook.write_text(json.dumps(nb))
