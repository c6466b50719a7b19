# tries = "has thousands of definitions that use each other, for whoever collects what an answer uses"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for number in range(40):
        lines = [f"def f{number}_{each}(): return {'+'.join(f'f{number}_{other}' for other in range(each, each + 9))}" for each in range(1000)]
        cell = {"cell_type": "code", "id": f"q{number}", "metadata": {}, "outputs": [], "execution_count": None}
        nb["cells"].append({**cell, "source": "\n".join(lines)[:99000].rpartition("\n")[0]})
    notebook.write_text(json.dumps(nb))
