"""What rewritten code has in hand of an assignment's target, or of a method that it keeps to call later.

``x[k] += 1`` evaluates ``x`` and ``k`` once and looks twice: the source says ``item(x, k).value += 1`` instead, and
the object says which look is a read and which a write.  The looks themselves are made by ``shared.py``, of which
these objects know no more than :class:`Looks`.
"""

from __future__ import annotations

from typing import Any, Protocol

from course.simulation.touches import WHOLE
from course.simulation.values import ORDER, UNKNOWN, Kinds, inserts, item_key

__all__ = ["Attribute", "Item", "Looks", "Method"]


class Looks(Protocol):
    """Who makes the looks: see the methods of the same names in ``shared.py`` and ``accesses.py``."""

    kinds: Kinds
    """How values of a class are shared."""

    def access(
        self,
        site: int,
        owner: object,
        key: object,
        write: bool,
        value: object = ...,
        also: tuple[tuple[object, object], ...] = ...,
    ) -> None:
        """The running thread is about to read or write."""

    def call_method(self, site: int, subject: Any, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """``subject.name(*args, **kwargs)``."""

    def getattr(self, site: int, subject: Any, name: str) -> Any:
        """``subject.name``."""

    def store_owner(self, subject: Any, name: str) -> object | None:
        """Whose ``name`` changes with an assignment."""


class Method:
    """A bound method of a built-in container, to be called later."""

    __slots__ = ("__self__", "simulation_looks_", "simulation_name_", "simulation_site_")

    def __init__(self, looks: Looks, site: int, subject: Any, name: str) -> None:
        self.simulation_looks_ = looks
        self.simulation_site_ = site
        self.__self__ = subject
        self.simulation_name_ = name

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        """Call the method now: that is the look."""
        return self.simulation_looks_.call_method(
            self.simulation_site_, self.__self__, self.simulation_name_, *args, **kwargs
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self.__self__, self.simulation_name_), name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Method) and (
            self.__self__ is other.__self__ and self.simulation_name_ == other.simulation_name_
        )

    def __hash__(self) -> int:
        return hash(self.simulation_name_)

    def __repr__(self) -> str:
        return f"<built-in method {self.simulation_name_} of {type(self.__self__).__name__} object>"


class Item:
    """``owner[key]``, to be read, written or deleted through ``value``."""

    __slots__ = ("key", "looks", "owner", "site")

    def __init__(self, looks: Looks, site: int, owner: Any, key: Any) -> None:
        self.looks = looks
        self.site = site
        self.owner = owner
        self.key = key

    def _access(self, site: int, write: bool, whole: bool = False) -> None:
        owner = self.owner
        if self.looks.kinds[type(owner)] == "container":
            key = WHOLE if whole else item_key(owner, self.key)
            inserts = write and key is not WHOLE and isinstance(owner, dict) and not dict.__contains__(owner, key)
            self.looks.access(site, owner, key, write, also=((owner, ORDER),) if inserts else ())

    @property
    def value(self) -> Any:
        """The item; to assign or delete it is a write."""
        self._access(self.site, inserts(self.owner, self.key))
        return self.owner[self.key]

    @value.setter
    def value(self, value: Any) -> None:
        self._access(self.site + 1, True)
        self.owner[self.key] = value

    @value.deleter
    def value(self) -> None:
        self._access(self.site + 1, True, whole=True)
        del self.owner[self.key]


class Attribute:
    """``subject.name``, to be read, written or deleted through ``value``."""

    __slots__ = ("looks", "name", "site", "subject")

    def __init__(self, looks: Looks, site: int, subject: Any, name: str) -> None:
        self.looks = looks
        self.site = site
        self.subject = subject
        self.name = name

    def _write(self, value: object) -> None:
        owner = self.looks.store_owner(self.subject, self.name)
        if owner is not None:
            self.looks.access(self.site + 1, owner, self.name, True, value)

    @property
    def value(self) -> Any:
        """The attribute; to assign or delete it is a write."""
        return self.looks.getattr(self.site, self.subject, self.name)

    @value.setter
    def value(self, value: Any) -> None:
        self._write(value)
        setattr(self.subject, self.name, value)

    @value.deleter
    def value(self) -> None:
        self._write(UNKNOWN)
        delattr(self.subject, self.name)
