# tries = "has scripts, attachments and links that run in its text cells and in the locked ones"
# exercise = "which-was-it"
# hands_in = true

import json

TEXT = """<script>injected()</script> <img src=x onerror=injected()> <a href="javascript:injected()">x</a>
<details ontoggle=injected() open> [x](javascript:injected()) ![x](attachment:x.svg) <iframe src="javascript:injected()">
$$\\\\href{javascript:injected()}{x}$$
<style>@import "//injected";</style>
"""


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    for cell in nb["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = TEXT
            cell["attachments"] = {"x.svg": {"image/svg+xml": "<svg onload='injected()'></svg>", "text/html": "<script>injected()</script>"}}
    notebook.write_text(json.dumps(nb))
