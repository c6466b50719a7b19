"""The ways past the simulation to the real ``sys``: each function below is one, and is put above an attack's answer.

An attack on files, processes or sockets says by which way it goes (``# reach = "typing"``); then `reach("os")` in its
answer is the real module, or None.  A new way belongs here: a function, and some attacks that take it.
"""
# ruff: noqa: F821, RET503

from __future__ import annotations

import ast
from pathlib import Path

__all__ = ["WAYS", "cell"]


def dataclasses():
    import dataclasses

    return dataclasses.sys


def collections():
    import collections

    return collections._sys


def getattribute():
    import enum

    return getattr(enum, "s" + "ys")


def typing():
    from typing import sys

    return sys


def attrgetter():
    import collections
    import operator

    return operator.attrgetter("_sys")(collections)


def variables():
    import statistics

    return vars(statistics)["sys"]


def subclasses():
    for each in ().__class__.__base__.__subclasses__():
        if each.__name__ == "_wrap_close":
            return each.__init__.__globals__["sys"]


def spelled():
    under = "_" * 2
    base = getattr(getattr((), under + "class" + under), under + "base" + under)
    for each in getattr(base, under + "subclasses" + under)():
        if getattr(each, under + "name" + under) == "_wrap_close":
            return getattr(getattr(each, under + "init" + under), under + "globals" + under)["sys"]


def traceback():
    try:
        raise KeyError
    except KeyError as error:
        frame = error.__traceback__.tb_frame
        while frame is not None:
            if "sys" in frame.f_globals:
                return frame.f_globals["sys"]
            frame = frame.f_back


def builtin():
    return __builtins__["__import__"].__func__.__globals__["sys"]


def engine():
    return simulation_load.__globals__["sys"]


_TREE = ast.parse(Path(__file__).read_text(encoding="utf-8"))
WAYS = tuple(node.name for node in _TREE.body if isinstance(node, ast.FunctionDef) and node.name != "cell")
"""The names of the ways."""


def cell(way: str) -> str:
    """The text of a cell with ``reach``, which goes by ``way``."""
    found = next(node for node in _TREE.body if isinstance(node, ast.FunctionDef) and node.name == way)
    return f'''{ast.unparse(found)}


def reach(name):
    """The real module `name`, or None."""
    try:
        modules = {way}().modules
        if name in modules:
            return modules[name]
        return modules["importlib"].import_module(name)
    except Exception:
        return None
'''
