"""Containers, and the modules that only compute, do on rewritten code what they do in Python."""

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
