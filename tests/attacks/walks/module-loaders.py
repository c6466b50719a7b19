# tries = "asks a module for its loader and lets it read a file"
# exercise = "which-was-it"

import json


def customer(bell, patience):
    raise ValueError(json.__spec__.loader.get_data("@HOME@/secret.txt"))
