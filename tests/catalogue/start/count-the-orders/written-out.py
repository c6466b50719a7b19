# kind = "right"
# variant = "writes the orders out, and counts the list"
# loses = []

ALL = ["KBSO", "KSBO", "KSOB", "SKBO", "SKOB", "SOKB"]
orders = len(ALL)
kneads_first = len([order for order in ALL if order[0] == "K"])
three_each = 20
