# tries = "takes the real sys from a module that only computes"
# exercise = "which-was-it"

import dataclasses
import enum
import typing


def customer(bell, patience):
    for module in (dataclasses, enum, typing):
        os = module.sys.modules["os"]
        raise ValueError(os.read(os.open("@HOME@/secret.txt", os.O_RDONLY), 100))
