# kind = "wrong"
# mistake = "thinks that get on an empty shelf returns None"
# loses = ["test_what_an_empty_shelf_does", "test_how_long_it_takes"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "waits",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "F": "returns",
    "G": "Empty",
    "H": "Empty",
    "I": "Empty",
    "J": "returns",
    "K": "returns",
    "L": "returns",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "G": 0, "H": 5, "I": 0, "J": 0, "K": 0, "L": 0, "F": 0}
