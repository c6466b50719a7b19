# tries = "has outputs of every kind that a page could run: HTML, JavaScript, SVG, LaTeX, widgets, PDF"
# exercise = "which-was-it"
# hands_in = true

import json

KINDS = ["text/html", "application/javascript", "image/svg+xml", "text/latex", "text/markdown", "application/pdf", "image/png", "application/vnd.jupyter.widget-view+json"]
CODE = "<script>injected()</script><svg onload='injected()'></svg><img src='x' onerror='injected()'>"


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {kind: CODE}} for kind in KINDS]
            cell["outputs"].append({"output_type": "error", "ename": CODE, "evalue": CODE, "traceback": [CODE]})
            cell["outputs"].append({"output_type": "stream", "name": "stderr", "text": CODE})
    notebook.write_text(json.dumps(nb))
