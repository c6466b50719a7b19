"""The language, its containers and the modules that compute: a rewritten program prints what Python prints."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree

PROGRAMS = {
    "lists": """
a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.insert(0, 0); a.remove(3); print(a.pop(), a.pop(0), a.index(2), a.count(1), a)
a.sort(key=lambda x: -x, reverse=True); a.reverse(); b = a.copy(); b.clear()
print(a, b, a * 2, a + [1], 2 in a, len(a), a[::-1], a[-1], a[1:3])
a[1:2] = [9, 9]; del a[::2]; a *= 2
print(a, a == a[:], a < [100], min(a), max(a), sum(a), sorted(a), list(reversed(a)), any(a), all(a))
x, *y = a; print(x, y, [*a, *b], tuple(a), set(a), a.__len__(), list(enumerate(a, 1)), list(zip(a, a)))
try: [].pop()
except IndexError as e: print(e)
try: a.remove(77)
except ValueError as e: print(e)
""",
    "dicts": """
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z", 0), d.setdefault("c", 3), d.pop("a"), d.pop("q", None), d.keys(), d.values(), d.items(),
    "b" in d, len(d))
d.update({"x": 9}, y=8); d |= {"z": 7}
print(d | {"k": 1}, list(d), d.popitem(), d.copy(), dict.fromkeys("ab", 0), {**d}, dict(d, q=1), sorted(d.items(),
    key=lambda kv: kv[1]))
for k in list(d): del d[k]
print(d, dict(zip("ab", [1, 2])), {k: v for k, v in [("p", 1)]}, list(reversed({"a": 1, "b": 2})),
    {"a": 1}.items() & {"a": 1}.items(), {"a":1}.keys() - {"a"})
d.clear()
try: d["nope"]
except KeyError as e: print(e, repr(e))
try:
    e = {1: 1}
    for k in e: e[k + 1] = 1
except RuntimeError as err: print(err)
""",
    "sets": """
s = {1, 2, 3}
s.add(4); s.discard(9); s.remove(1); s.update([5], {6})
print(s, s & {2}, s | {7}, s - {2}, s ^ {2, 8}, {2} <= s, s.issuperset({2}), s.isdisjoint({0}), s.copy())
s &= {2, 3}; s -= {3}; s ^= {9}; s |= {10}
print(s, frozenset(s), s.union({1}), s.intersection({2}), s.difference([2]), s.symmetric_difference({2}), len(s),
    2 in s)
s.intersection_update({2}); s.difference_update({2}); s.symmetric_difference_update({1}); print(s, s.pop(), s)
s.clear()
try: s.remove(1)
except KeyError as e: print(e)
""",
    "strings and formats": """
t = "Hello, World"
print(t.upper(), t.lower(), t.split(","), t.replace("l", "L"), t.find("o"), t.count("l"), t.center(20, "*"),
    t.join(["a", "b"]), f"{t!r:>20} {3.14159:.2f} {5:03d} {1_000_000:,}", t[::-1], "%s %d" % ("x", 1),
    "{} {k}".format(1, k=2), t.encode().decode(), t.startswith("He"), t.partition(","), "a\\nb".splitlines(),
    t.zfill(15), t.isalpha(), t.title(), t.strip("d"), ord("a"), chr(98))
print(f"{t=}", f"{[1,2]=}", f"{ {'a': 1}['a'] }", "a" "b", r"\\n", b"x"[0])
""",
    "deques": """
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); print(d, d.pop(), d.popleft(), d.maxlen, d.count(2), d.index(3), len(d))
d.extend([7, 8]); d.extendleft([9]); d.rotate(1); d.remove(7) if 7 in d else None
d.insert(0, 5) if len(d) < 4 else None; d.reverse()
print(d, d[0], d[-1], list(d), d.copy(), d + deque([1]), d == deque(d, 4))
d[0] = 100; del d[1]; d *= 1; d += [1]; print(d); d.clear()
try: d.popleft()
except IndexError as e: print(e)
""",
    "the other collections": """
from collections import Counter, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict, UserList
c = Counter("banana"); c.update("n"); c.subtract("a")
print(c, c.most_common(2), c["zz"], c + Counter("b"), sorted(c.elements()), c.total())
d = defaultdict(int); d["a"] += 1; e = defaultdict(lambda: [0]); e["q"].append(1); print(d, dict(e), d.get("none"))
o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o.popitem(last=False), o)
P = namedtuple("P", "x y", defaults=[0]); p = P(1); print(p, p.x, p._replace(y=5), p._asdict(), P._fields, *p)
m = ChainMap({"a": 1}, {"b": 2}); print(m["b"], dict(m))
class D(UserDict): pass
print(D(a=1), UserList([1]))
""",
    "heapq and bisect": """
import heapq, bisect
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(1, h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 5),
    list(heapq.merge([1, 3], [2])))
a = [1, 3]; bisect.insort(a, 2); print(a, bisect.bisect_left(a, 2), bisect.bisect(a, 2))
""",
    "itertools, functools and operator": """
import itertools as it, functools as ft, operator as op
print(list(it.chain([1], [2])), list(it.islice(it.count(5), 3)), list(it.product("ab", [1])), list(it.permutations([1,
    2])), list(it.combinations([1, 2, 3], 2)), list(it.accumulate([1, 2, 3])), [(k, list(g)) for k,
    g in it.groupby("aab")], list(it.repeat(1, 2)), list(it.zip_longest([1], [2, 3])),
    list(it.takewhile(lambda x: x < 2, [1, 2])), list(it.pairwise([1, 2, 3])), list(it.starmap(pow, [(2, 3)])),
    list(it.compress("ab", [0, 1])), list(it.chain.from_iterable([[1], [2]])))
c = it.cycle([1, 2]); print(next(c), next(c), next(c)); a, b = it.tee([1, 2]); print(list(a), list(b))
print(ft.reduce(op.add, [1, 2, 3]), ft.partial(pow, 2)(3), sorted([1, 3, 2], key=ft.cmp_to_key(lambda a, b: b - a)),
    op.itemgetter(1)([4, 5]), op.attrgetter("real")(3), op.methodcaller("upper")("a"))
@ft.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(20), fib.cache_info())
@ft.wraps(fib)
def w(): pass
print(w.__name__)
@ft.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "str"
print(show(1), show("a"), show([]))
@ft.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), max(V(1), V(3)).n)
class Q:
    @ft.cached_property
    def x(self): print("once"); return 5
q = Q(); print(q.x, q.x)
""",
    "dataclasses": """
from dataclasses import dataclass, field, asdict, astuple, replace
from dataclasses import fields, InitVar, FrozenInstanceError, is_dataclass, KW_ONLY
import threading
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: int = field(init=False, repr=False, default=3)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    def __post_init__(self): self.z = self.x + 1
a = A(1); print(a, a == A(1), a.z, [f.name for f in fields(a)], is_dataclass(a)); a.y.append(1); a.x += 1
print(a, replace(A(1), x=5))
@dataclass(frozen=True, slots=True, order=True, kw_only=False)
class F:
    n: int = 0
    s: str = "a"
print(F(), F(1) < F(2), hash(F()) == hash(F()), {F(): 1}[F()], asdict(F(2)), astuple(F(3)), F.__slots__)
try: F().n = 1
except FrozenInstanceError as e: print(e)
match F(1, "q"):
    case F(n, s): print(n, s)
@dataclass
class K:
    a: InitVar[int]
    _: KW_ONLY
    b: int = 2
    def __post_init__(self, a): print("init", a)
print(K(1, b=3))
""",
    "enumerations": """
from enum import Enum, IntEnum, Flag, auto, unique, StrEnum
class C(Enum):
    RED = 1
    BLUE = auto()
    def hi(self): return self.name.lower()
print(C.RED, C.RED.value, C(2), C["RED"], list(C), C.RED is C(1), C.BLUE.hi(), repr(C.RED), len(C),
    C.RED in {C.RED: 1})
class I(IntEnum): A = 1; B = 2
print(I.A < I.B, I.A + 1, sorted([I.B, I.A]))
class F(Flag): X = auto(); Y = auto()
print(F.X | F.Y, bool(F.X & F.Y), F.X in (F.X | F.Y))
class S(StrEnum): P = auto()
print(S.P, S.P == "p")
match C.RED:
    case C.RED: print("red")
    case _: print("other")
try: C(9)
except ValueError as e: print(e)
try: C.RED = 3
except AttributeError as e: print(type(e).__name__)
""",
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
    "a main guard, and annotated names": """
import threading
x: int = 3
def main() -> None:
    t: threading.Thread = threading.Thread(target=print, args=("m",))
    t.start(); t.join()
if __name__ == "__main__": main()
print(__annotations__)
""",
    "modules that only compute": """
import math, statistics, decimal, fractions, string, json, re, textwrap, copy, types, numbers
print(math.sqrt(4), math.pi, statistics.mean([1, 2]), decimal.Decimal("0.1") + 1, fractions.Fraction(1, 3),
    string.ascii_letters[:3], json.dumps({"a": [1]}), json.loads("[1]"), re.sub("a+", "b", "caat"),
    textwrap.dedent("  x"), copy.deepcopy([[1]]), copy.copy({1: 2}), string.Template("$a").substitute(a=1),
    types.SimpleNamespace(a=1))
import pprint; pprint.pprint({"a": 1})
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_python_does(claim: str) -> None:
    agree(PROGRAMS[claim])
