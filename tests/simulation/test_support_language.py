"""The language: a rewritten program prints what Python prints."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree

PROGRAMS = {
    "type hints": """
from __future__ import annotations
from typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, cast, Final, ClassVar
from typing import TYPE_CHECKING, overload, NoReturn, Self
import typing as t
if TYPE_CHECKING:
    from queue import Queue
T = TypeVar("T")
class Box(Generic[T]):
    size: ClassVar[int] = 0
    def __init__(self, v: T) -> None: self.v: T = v
    def get(self) -> T: return self.v
class N(NamedTuple):
    a: int
    b: str = "x"
    def both(self): return f"{self.a}{self.b}"
class TD(TypedDict): k: int
class P(Protocol):
    def go(self) -> None: ...
def f(x: Optional[int], y: list[str] | None = None, *z: Queue[int]) -> Callable[[int], str]: return str
print(Box[int](3).get(), N(1), N(1).both(), TD(k=1), f.__annotations__, cast(int, "s"), MAX if False else 1)
MAX: Final = 3
def g(x: int) -> int: return x
print(t.get_type_hints(g))
""",
    "classes with properties, slots, operators, descriptors and metaclasses": """
import abc
class Meta(type):
    def __call__(cls, *a): print("making", cls.__name__); return super().__call__(*a)
class A(metaclass=Meta):
    __slots__ = ("x", "_y")
    def __init__(self, x): self.x = x; self._y = 0
    @property
    def y(self): return self._y
    @y.setter
    def y(self, v): self._y = v
    @y.deleter
    def y(self): self._y = None
    def __eq__(self, o): return isinstance(o, A) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
    def __contains__(self, v): return v == 1
    def __iter__(self): yield from (1, 2)
    def __bool__(self): return False
    def __call__(self, z): return z
    def __enter__(self): return self
    def __exit__(self, *e): return True
    def __add__(self, o): return A(self.x + o.x)
    def __iadd__(self, o): self.x += o; return self
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"A({self.x})"
    def __str__(self): return "str-A"
    def __format__(self, s): return "fmt" + s
a = A(1); a.y = 5; a.y += 1
print(a.y, a == A(1), len(a), a[2], 1 in a, list(a), bool(a), a(4), a + A(2), str(a), f"{a:z}", sorted([A(2), A(1)]),
    {a})
del a.y; print(a.y); a += 5; print(a.x)
with a: raise KeyError
try: a.zz = 1
except AttributeError as e: print(e)
class B(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
class D(B):
    count = 0
    def f(self): D.count += 1; self.__class__.count += 1; return type(self).count
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
    def __getattr__(self, n): return f"no {n}"
    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)
    def __del__(self): pass
class E(D, opt=1): pass
try: B()
except TypeError as e: print("abstract")
d = D(); print(d.f(), D.c(), d.s(), d.what); d.q = 1
class Desc:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.n, 0)
    def __set__(self, o, v): setattr(o, self.n, v)
class G:
    v = Desc()
g = G(); g.v = 3; g.v += 1; print(g.v, vars(g))
""",
    "generators and iterators": """
def gen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
        return "ret"
    finally: print("fin")
g = gen(3); print(next(g), g.send("a")); g.close()
def outer():
    r = yield from gen(1); print(r); yield "end"
print(list(outer()))
g = gen(2); next(g)
try: g.throw(ValueError("t"))
except ValueError as e: print(e)
print(sum(x * x for x in range(4)), (lambda: (yield))().__class__.__name__, next(iter([]), "dflt"))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), max(It()), *It())
""",
    "match statements": """
def f(v):
    match v:
        case 0 | 1: return "small"
        case int(n) if n > 100: return f"big {n}"
        case float() | int() as num: return f"num {num}"
        case "a": return "letter"
        case [] : return "empty"
        case [x]: return f"one {x}"
        case [x, [y, *z], *rest]: return x, y, z, rest
        case {"type": "t", "v": val, **more}: return val, more
        case (1, _): return "tuple"
        case None: return "none"
        case str(s): return s.upper()
        case _: return "?"
for v in (0, 500, 2.5, "a", [], [7], [1, [2, 3], 4], {"type": "t", "v": 1, "z": 2}, None, "hey", object): print(f(v))
""",
    "decorators of functions and classes": """
import functools, threading
def synchronized(lock):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            with lock: return f(*a, **k)
        return wrapper
    return deco
lock = threading.RLock()
n = 0
@synchronized(lock)
def inc():
    global n
    n += 1
    return n
ts = [threading.Thread(target=inc) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(n, inc.__name__)
class Count:
    def __init__(self, f): self.f = f; self.calls = 0
    def __call__(self, *a): self.calls += 1; return self.f(*a)
@Count
def g(x): return x
print(g(1), g(2), g.calls)
""",
    "exceptions, groups, notes, finally and else": """
class MyError(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise MyError(3) from e
except MyError as e: print(e, e.code, repr(e.__cause__), e.args)
try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError as eg: print(eg.exceptions)
except* KeyError as eg: print(len(eg.exceptions))
def f():
    try: return "t"
    finally: print("f")
print(f())
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally: print(i)
else: print("no")
try: assert 1 == 2, "msg"
except AssertionError as e: print(e)
try: int("x")
except (TypeError, ValueError) as e: e.add_note("n"); print(e.__notes__, type(e).__name__)
else: print("no")
try: raise
except RuntimeError as e: print(e)
""",
    "the builtin functions": """
print(abs(-1), bin(3), hex(255), oct(8), divmod(7, 2), round(2.567, 1), pow(2, 3, 5), int("11", 2), complex(1, 2),
    bytes([1]), bytearray(2), memoryview(b"a")[0], list(map(str, [1])), list(filter(None, [0, 1])), isinstance(1,
    (int, str)), issubclass(bool, int), callable(print), hash(1), ascii("é"), chr(65), slice(1, 2), type(1),
    sum([0.1] * 3), dir([])[0], vars(type("X", (), {"a": 1}))["a"], getattr(1, "real"), hasattr(1, "zz"),
    iter([1]).__length_hint__(), sorted("ba"), reversed([1]).__class__, object().__class__, any([]), all([]), super,
    staticmethod, property)
x = 5; print(globals()["x"], "x" in locals(), locals() is globals(), __name__)
""",
    "nested functions, defaults, walrus and loops with else": """
def make():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
a, b = make(), make(); print(a(), a(), b())
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs], [(lambda: i)() for i in range(2)])
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(20)); print((lambda *a, **k: (a, k))(1, x=2))
def d(x, l=[]): l.append(x); return l
print(d(1), d(2))
if (n := len("abc")) > 2: print(n)
a = b = c = 0; a, b = b + 1, a; print(a, b, c)
del c
try: c
except NameError as e: print(e)
print(*range(3), sep=",")
print([[i, j] for i in range(2) for j in range(2) if i != j], sorted({i for i in "aab"}), 1 if a else 2, not a,
    a and b, a or b, 1 < 2 < 3)
i = 5
while i:
    i -= 1
    if i == 3: continue
    if i == 1: break
else: print("never")
print(i, __doc__)
""",
    "a recursion 900 calls deep": """
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(900))
""",
    "context variables": """
import contextvars, threading
v = contextvars.ContextVar("v", default=0); v.set(5)
def w(): print(v.get()); v.set(9)
t = threading.Thread(target=w); t.start(); t.join(); print(v.get())
""",
    "a proxy with slots whose __getattr__ tells of each call": """
import threading
class Bag:
    __slots__ = ("items",)
    def __init__(self): self.items = {"x": 1, "names": ["a"]}
    def __getattr__(self, name):
        print("asked for", name)
        return self.items[name]
bag = Bag()
def work(): bag.names.append("b"); print(bag.x)
t = threading.Thread(target=work); t.start(); t.join(); print(bag.names)
""",
    "a main guard, and annotated names": """
import threading
x: int = 3
def main() -> None:
    t: threading.Thread = threading.Thread(target=print, args=("m",))
    t.start(); t.join()
if __name__ == "__main__": main()
print(__annotations__)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_python_does(claim: str) -> None:
    agree(PROGRAMS[claim])
