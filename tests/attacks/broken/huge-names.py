# tries = "has files beside the notebook with names that are as long and as odd as a system allows"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true


def hand_in(folder, notebook):
    for name in ("x" * 255, "-rf", "a\nb", "$(touch @NAME@)", "\u202etxt.py", "é" * 100, "<script>injected()", "*.ipynb", "{x}"):
        (folder / name).write_text("x")
    deep = folder
    for _ in range(12):
        deep = deep / ("d" * 200)
        deep.mkdir()
