# tries = "has NaN, infinity, keys that stand twice, and numbers of ten thousand digits"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    text = notebook.read_text().rstrip().removesuffix("}")
    notebook.write_text(text + ', "a": NaN, "b": -Infinity, "c": ' + "9" * 10000 + ', "nbformat": 4, "nbformat": 4}')
