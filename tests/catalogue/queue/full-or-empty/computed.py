# kind = "right"
# variant = "dictionaries that are computed"
# loses = []

ends = {
    letter: "waits" if letter in "AF" else "Full" if letter in "BCD" else "Empty" if letter in "GHI" else "returns"
    for letter in "ABCDEFGHIJKL"
}
seconds = {letter: 5 if letter in "CH" else 0 for letter in "BCDEGHIJKL"}
