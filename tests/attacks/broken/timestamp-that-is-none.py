# tries = "hands in a time that is none"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    (folder / "timestamp.txt").write_bytes(b"\xff\xfe yesterday, before the deadline\n" * 1000)
