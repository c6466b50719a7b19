# kind = "wrong"
# mistake = "thinks that put on a full shelf fails at once"
# loses = ["test_what_a_full_shelf_does", "test_how_long_it_takes"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "Full",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "F": "waits",
    "G": "Empty",
    "H": "Empty",
    "I": "Empty",
    "J": "returns",
    "K": "returns",
    "L": "returns",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "G": 0, "H": 5, "I": 0, "J": 0, "K": 0, "L": 0, "A": 0}
