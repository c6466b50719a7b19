# tries = "hands in cells of a million lines, of very many definitions, and of one line without an end"
# exercise = "which-was-it"
# hands_in = true

import json

TEXTS = [
    "x = 1\n" * 1000000,
    "".join(f"a{number}=a{number - 1}\n" for number in range(6000)),
    "".join(f"def f{number}():f{number + 1}\n" for number in range(4000)),
    "x = '" + "x" * 99000 + "'",
    "%ls\n" * 99,
    "%ls\n" * 20000,
    "a.b.c" * 19000 + "?\n",
    ("a, " * 30000) + "= !ls",
    "\\\n" * 40000,
    "class " * 16000,
    "import a." + "a." * 40000 + "a",
    ";" * 50000,
    "x" + " = x" * 20000,
    "global " + ", ".join(f"g{number}" for number in range(10000)),
]


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number, text in enumerate(TEXTS):
        cell = {"cell_type": "code", "id": f"long-{number}", "metadata": {}, "outputs": [], "execution_count": None}
        nb["cells"].insert(0, {**cell, "source": text})
    notebook.write_text(json.dumps(nb))
