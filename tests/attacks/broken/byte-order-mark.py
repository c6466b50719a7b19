# tries = "hands in UTF-8 with a mark at the beginning and the line ends of another system"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true


def hand_in(folder, notebook):
    notebook.write_bytes(b"\xef\xbb\xbf" + notebook.read_text().replace("\n", "\r\n").encode())
