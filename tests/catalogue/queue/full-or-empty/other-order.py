# kind = "right"
# variant = "the letters in another order, and seconds with a decimal point"
# loses = []

ends = {
    "G": "Empty",
    "H": "Empty",
    "I": "Empty",
    "B": "Full",
    "C": "Full",
    "D": "Full",
    "E": "returns",
    "J": "returns",
    "K": "returns",
    "L": "returns",
    "A": "waits",
    "F": "waits",
}
seconds = {"B": 0.0, "C": 5.0, "D": 0.0, "E": 0.0, "G": 0.0, "H": 5.0, "I": 0.0, "J": 0.0, "K": 0.0, "L": 0.0}
