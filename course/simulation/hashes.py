"""Hashes by identity that are the same in every execution.

An object's default hash is its address, and with it goes the order of a set of objects: an executor joins its
threads in the order of such a set.  Here objects are numbered in the order in which they are first hashed.
"""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Callable

__all__ = ["IdentityHashes"]


class IdentityHashes:
    """Numbers the objects of one execution."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[object], int]] = {}
        self._numbers = itertools.count(1)
        self._given: weakref.WeakSet[Callable[[object], int]] = weakref.WeakSet()
        """The methods that classes were given."""

    def reset(self) -> None:
        """Begin to count anew."""
        self._known.clear()
        self._numbers = itertools.count(1)

    def give(self, cls: type) -> None:
        """Let the objects of ``cls`` have numbers for hashes, if they have their addresses now."""
        if getattr(cls, "__hash__", None) is object.__hash__ and getattr(cls, "__eq__", None) is object.__eq__:
            method = self._method()
            self._given.add(method)
            setattr(cls, "__hash__", method)  # noqa: B010 - an assignment would not type

    def take_back(self, cls: type) -> None:
        """Leave ``cls`` as it was before :meth:`give`."""
        if vars(cls).get("__hash__") in self._given:
            delattr(cls, "__hash__")

    def _method(self) -> Callable[[object], int]:
        known = self._known

        def __hash__(self_: object) -> int:
            identity = id(self_)
            entry = known.get(identity)
            if entry is not None and entry[0]() is self_:
                return entry[1]
            number = next(self._numbers)
            try:
                reference = weakref.ref(self_, lambda _: known.pop(identity, None))
            except TypeError:  # __slots__ without __weakref__
                return object.__hash__(self_)
            known[identity] = (reference, number)
            return number

        return __hash__
