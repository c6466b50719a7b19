# kind = "wrong"
# mistake = "thinks that a queue with maxsize 0 has no room at all"
# loses = ["test_what_other_shelves_do", "test_how_long_it_takes"]
# without_finding = "a prediction is no execution"

ends = {
    "A": "waits",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "F": "waits",
    "G": "Empty",
    "H": "Empty",
    "I": "Empty",
    "J": "returns",
    "K": "waits",
    "L": "Full",
}
seconds = {"B": 0, "C": 5, "D": 0, "E": 0, "G": 0, "H": 5, "I": 0, "J": 0, "L": 0}
