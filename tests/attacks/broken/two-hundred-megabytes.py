# tries = "hands in a notebook of 200 MB"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    text = notebook.read_text().rstrip().removesuffix("}")
    with notebook.open("w") as file:
        file.write(text + ', "padding": "')
        for _ in range(200):
            file.write("x" * (1 << 20))
        file.write('"}')
