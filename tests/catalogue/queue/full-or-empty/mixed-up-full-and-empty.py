# kind = "wrong"
# mistake = "mixes up Full and Empty on both shelves"
# loses = ["test_what_a_full_shelf_does", "test_what_an_empty_shelf_does"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "waits",
    "B": "Empty",
    "C": "Empty",
    "D": "Empty",
    "E": "returns",
    "F": "waits",
    "G": "Full",
    "H": "Full",
    "I": "Full",
    "J": "returns",
    "K": "returns",
    "L": "returns",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "G": 0, "H": 5, "I": 0, "J": 0, "K": 0, "L": 0}
