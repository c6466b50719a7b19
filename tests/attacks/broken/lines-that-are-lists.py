# tries = "hands in an answer in version 4.0, with sources as lists, prompts and collapsed cells"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["nbformat_minor"] = 0
    for cell in nb["cells"]:
        del cell["id"]
        cell["source"] = cell["source"].splitlines(keepends=True)
        cell["metadata"]["collapsed"] = True
    notebook.write_text(json.dumps(nb))
