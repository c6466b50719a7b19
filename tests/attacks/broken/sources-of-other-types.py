# tries = "has sources and outputs that are numbers, objects, and lists of them"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    odd = [5, None, {"a": 1}, ["x", 5], [["x"]], True, 1.5]
    for number, cell in enumerate(nb["cells"]):
        cell["source"] = odd[number % len(odd)]
        cell["outputs"] = odd[(number + 1) % len(odd)]
        cell["id"] = odd[(number + 2) % len(odd)]
        cell["attachments"] = {"x": {"text/html": "<script>injected()</script>"}}
    notebook.write_text(json.dumps(nb))
