# kind = "wrong"
# mistake = "thinks that an empty shelf lets put wait, and that get_nowait waits"
# loses = ["test_what_an_empty_shelf_does", "test_how_long_it_takes"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "waits",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "F": "waits",
    "G": "waits",
    "H": "Empty",
    "I": "Empty",
    "J": "waits",
    "K": "returns",
    "L": "returns",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "H": 5, "I": 0, "K": 0, "L": 0}
