# kind = "wrong"
# mistake = "answers in words of one's own"
# loses = ["test_what_a_full_shelf_does", "test_what_an_empty_shelf_does"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "blocks",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "F": "blocks",
    "G": "Empty",
    "H": "Empty",
    "I": "Empty",
    "J": "returns",
    "K": "returns",
    "L": "returns",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "G": 0, "H": 5, "I": 0, "J": 0, "K": 0, "L": 0}
