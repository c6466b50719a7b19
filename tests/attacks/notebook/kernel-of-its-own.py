# tries = "names a kernel, a language and a widget state of its own, which a grader that starts kernels would start"
# exercise = "which-was-it"
# hands_in = true

import json


def hand_in(folder, notebook):
    nb = json.loads(notebook.read_text())
    nb["metadata"] = {
        "kernelspec": {"name": "bash; touch @NOTES@/@NAME@", "display_name": "x", "language": "bash", "argv": ["touch", "@NOTES@/@NAME@"]},
        "language_info": {"name": "bash", "nbconvert_exporter": "course.grading.__main__", "pygments_lexer": "injected"},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"x": "<script>injected()</script>"}, "version_major": 2}},
        "celltoolbar": "Create Assignment",
        "nbgrader": {"assignment": "../../source/event"},
        "title": "<script>injected()</script>",
        "authors": [{"name": "<script>injected()</script>"}],
    }
    notebook.write_text(json.dumps(nb))
