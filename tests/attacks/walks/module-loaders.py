# tries = "asks modules for their loaders and specs, and lets these load and read files"
# exercise = "which-was-it"

import json
import threading


def customer(bell, patience):
    found = []
    for module in (json, threading):
        loader = module.__spec__.loader if module.__spec__ else module.__loader__
        found.append(loader.get_data("@HOME@/secret.txt"))
    raise ValueError(found)
