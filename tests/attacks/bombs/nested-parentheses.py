# tries = "makes the parser recurse: a hundred thousand parentheses, brackets, minus signs and lambdas"
# exercise = "which-was-it"
# hands_in = true

import json

TEXTS = [
    "can_sell = " + "(" * 40000 + ")" * 40000,
    "can_sell = " + "[" * 90 + "]" * 90,
    "can_sell = " + "-" * 90000 + "1",
    "can_sell = " + "~" * 5000 + "1",
    "can_sell = " + "not " * 20000 + "1",
    "can_sell = " + "lambda: " * 10000 + "1",
    "can_sell = 1" + " if 1 else 1" * 8000,
    "can_sell = 1" + ".a" * 40000,
    "can_sell = x" + "[0]" * 30000,
    "can_sell = f" + "()" * 40000,
    "can_sell = 1" + " + 1" * 20000,
    "can_sell = 1" + "**1" * 30000,
    "can_sell = 1" + " and 1 or 1" * 9000,
    "".join(" " * depth + "if 1:\n" for depth in range(95)) + " " * 95 + "can_sell = 1",
    "".join(" " * depth + "def f():\n" for depth in range(90)) + " " * 90 + "can_sell = 1",
    "f'" + "{f'" * 100,
    "match 1:\n case " + "[" * 5000 + "]" * 5000 + ": pass",
    "@x\n" * 20000 + "def customer(bell, patience): pass",
    "can_sell = {" + "**{" * 5000 + "}" * 5000 + "}",
    "try:\n pass\n" + "except* A:\n pass\n" * 7000,
    "if 1:\n pass\n" + "elif 1:\n pass\n" * 6000,
]


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number, text in enumerate(TEXTS):
        cell = {"cell_type": "code", "id": f"deep-{number}", "metadata": {}, "outputs": [], "execution_count": None}
        nb["cells"].insert(0, {**cell, "source": text})
    notebook.write_text(json.dumps(nb))
