"""Programs that nobody should refuse, in styles that the catalogue of answers lacks; each prints what Python prints."""

# ruff: noqa: E501 - programs, a line for a line

HONEST = {
    "a dataclass with defaults": """
from dataclasses import dataclass, field
@dataclass
class Order:
    name: str
    items: list = field(default_factory=list)
    def __post_init__(self): self.items.append("bread")
print(Order("Ada"), Order("Ada") == Order("Ada"))
""",
    "a frozen dataclass that sets itself": """
from dataclasses import dataclass
@dataclass(frozen=True)
class Loaf:
    name: str
    weight: int = 0
    def __post_init__(self): object.__setattr__(self, "weight", len(self.name))
print(Loaf("rye").weight, hash(Loaf("rye")) == hash(Loaf("rye")))
""",
    "dataclasses made and taken apart": """
from dataclasses import dataclass, asdict, astuple, replace, fields, make_dataclass
@dataclass(order=True, slots=True)
class P:
    x: int
    y: int = 2
Q = make_dataclass("Q", ["a", ("b", int, 3)])
print(asdict(P(1)), astuple(P(1)), replace(P(1), x=5), [f.name for f in fields(P)], Q(1), P(1) < P(2))
""",
    "an enum": """
from enum import Enum, Flag, IntEnum, auto
class State(Enum):
    OPEN = auto()
    SHUT = auto()
    @property
    def label(self): return self.name.lower()
class Access(Flag):
    READ = auto()
    WRITE = auto()
class Level(IntEnum):
    LOW = 1
print(State.OPEN.label, State["SHUT"], list(State), State(1), Access.READ | Access.WRITE, Level.LOW + 1)
print(State.__members__["OPEN"].value, len(State))
""",
    "typing": """
from typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypeVar, Union
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T) -> None: self.item = item
    def get(self) -> Optional[T]: return self.item
class Worker(Protocol):
    def work(self) -> Any: ...
def call(work: Callable[[], Union[int, str]]) -> "int | str": return work()
print(Box[int](3).get(), call(lambda: 4), call.__annotations__["return"])
""",
    "a NamedTuple": """
from typing import NamedTuple
class Message(NamedTuple):
    sender: str
    text: str = ""
    def shout(self): return self.text.upper()
m = Message("Ada", "hi")
print(m, m._replace(text="bye"), m._asdict(), m._fields, m.shout())
""",
    "a namedtuple": """
from collections import namedtuple
Pair = namedtuple("Pair", "left right", defaults=[0])
print(Pair(1), Pair._make([1, 2]), Pair(1) == (1, 0))
""",
    "a context manager by class": """
class Opening:
    def __enter__(self): print("open"); return self
    def __exit__(self, kind, error, trace):
        print("close", kind.__name__ if kind else None)
        return True
with Opening() as it: raise ValueError
""",
    "a context manager by generator": """
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
@contextmanager
def section(name):
    print("begin", name)
    try: yield name
    finally: print("end", name)
with ExitStack() as stack:
    stack.enter_context(section("a")); stack.callback(print, "last"); stack.enter_context(nullcontext())
with suppress(KeyError): {}["x"]
""",
    "generators": """
def numbers(n):
    while n:
        got = yield n
        n = n - 1 if got is None else got
def both(): yield from numbers(2); yield from "ab"
g = numbers(5)
print(next(g), g.send(1), list(both()), sum(x * x for x in range(4)))
g.close()
""",
    "properties": """
class Tank:
    def __init__(self): self.__level = 0
    @property
    def level(self): return self.__level
    @level.setter
    def level(self, value):
        if value < 0: raise ValueError("below the ground")
        self.__level = value
    @level.deleter
    def level(self): self.__level = 0
t = Tank(); t.level = 3; t.level += 1; print(t.level); del t.level; print(t.level, t._Tank__level)
""",
    "a decorator with wraps": """
from functools import wraps
def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__, args, kwargs)
        return function(*args, **kwargs)
    return wrapper
@logged
def add(a, b=1):
    "Adds."
    return a + b
print(add(2, b=3), add.__name__, add.__doc__)
""",
    "a decorator that copies names itself": """
def counted(function):
    def wrapper(*args): wrapper.calls += 1; return function(*args)
    wrapper.calls = 0
    wrapper.__name__, wrapper.__doc__ = function.__name__, function.__doc__
    return wrapper
@counted
def twice(x): return 2 * x
print(twice(2), twice(3), twice.calls, twice.__name__)
""",
    "a class as a decorator": """
from functools import update_wrapper
class Once:
    def __init__(self, function): self.function, self.done = function, False; update_wrapper(self, function)
    def __call__(self, *args):
        if not self.done: self.done = True; return self.function(*args)
@Once
def hello(name): return f"hello {name}"
print(hello("Ada"), hello("Bo"), hello.__name__)
""",
    "slots": """
class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = Point(1, 2); p.x += 1; print(p.x, Point.__slots__)
try: p.z = 1
except AttributeError as error: print("no z")
""",
    "formatted strings": """
name, price, when = "rye", 2.5, {"day": "Monday"}
print(f"{name!r:>8} {price:08.2f} {price=} {when['day']:<10}|{name.upper()} {{}} {len(name):{5}}")
print("{} {1}".format(1, 2) if False else "{0:>5}|{name!r}|{when[day]}".format(price, name=name, when=when))
print("%s %d %5.1f" % (name, 3, price), "{:,}".format(1234567), format(price, ".1f"))
""",
    "str.format with attributes": """
class Loaf:
    def __init__(self): self.name, self.inner = "rye", [1, 2]
print("{0.name} {loaf.inner[1]} {0.name:>{1}}".format(Loaf(), 6, loaf=Loaf()), "{a.name}".format_map({"a": Loaf()}))
print(list(map("{:>3}".format, [1, 2])), str.format("{}", 3))
""",
    "logging": """
import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("oven")
log.info("hot: %d", 3); log.debug("no"); log.warning("%s", "burnt")
try: 1 / 0
except ZeroDivisionError: log.error("failed")
""",
    "logging with braces": """
import logging, sys
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname:>8} {message}", style="{"))
log = logging.getLogger("x"); log.addHandler(handler); log.propagate = False
log.warning("hi %s", "there")
""",
    "match statements": """
from dataclasses import dataclass
@dataclass
class Put: item: object
@dataclass
class Move:
    x: int
    y: int
def read(command):
    match command:
        case Put(item=[first, *rest]): return ("list", first, rest)
        case Put(str() as text): return ("text", text)
        case Move(0, y) | Move(y, 0) if y: return ("axis", y)
        case Move(x=x, y=_): return ("move", x)
        case {"kind": kind, **rest}: return (kind, rest)
        case int(n) | float(n): return ("number", n)
        case (a, b): return (a, b)
        case None: return "none"
        case _: return "?"
print(read(Put([1, 2])), read(Put("x")), read(Move(0, 3)), read(Move(1, 2)), read({"kind": "k", "a": 1}))
print(read(2.5), read((1, 2)), read(None), read(object))
""",
    "nested patterns of one's own": """
class Node:
    __match_args__ = ("value", "next")
    def __init__(self, value, next=None): self.value, self.next = value, next
def total(node):
    match node:
        case None: return 0
        case Node(value, Node(second, rest)): return value + second + total(rest)
        case Node(value, rest): return value + total(rest)
print(total(Node(1, Node(2, Node(3)))))
""",
    "super": """
import queue, threading
class Counting(queue.Queue):
    def __init__(self, maxsize=0): super().__init__(maxsize); self.puts = 0
    def put(self, item, block=True, timeout=None): self.puts += 1; super().put(item, block, timeout)
    def _put(self, item): super()._put((item, self.puts))
class Worker(threading.Thread):
    def __init__(self, box): super().__init__(name="worker", daemon=False); self.box = box
    def run(self): self.box.put("x")
q = Counting(); w = Worker(q); w.start(); w.join(); print(q.get(), w.name)
""",
    "mixins and the order of bases": """
class A:
    def say(self): return ["A"]
class B(A):
    def say(self): return ["B", *super().say()]
class C(A):
    def say(self): return ["C", *super().say()]
class D(B, C):
    def say(self): return ["D", *super().say()]
print(D().say(), [cls.__name__ for cls in D.__mro__], D().__class__.__name__, type(D()).__qualname__)
""",
    "an abstract class": """
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Square(Shape):
    name = "square"
    def area(self): return 4
print(Square().area(), Square.name, isinstance(Square(), Shape))
try: Shape()
except TypeError: print("abstract")
""",
    "a proxy": """
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_target", target); object.__setattr__(self, "_seen", [])
    def __getattr__(self, name): self._seen.append(name); return getattr(self._target, name)
    def __setattr__(self, name, value): setattr(self._target, name, value)
class Oven: heat = 0
p = Proxy(Oven()); p.heat = 200; print(p.heat, p._seen, hasattr(p, "door"), getattr(p, "door", None))
""",
    "attributes as they come": """
class Config:
    def __init__(self, **options):
        for name, value in options.items(): setattr(self, name, value)
    def __setattr__(self, name, value): super().__setattr__(name, value)
c = Config(a=1, b=2); print(vars(c), c.__dict__, sorted(n for n in dir(c) if not n.startswith("_"))); del c.a
delattr(c, "b"); print(c.__dict__); c.__dict__.update(z=1); print(c.z)
""",
    "descriptors": """
class Positive:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, instance, owner=None): return self if instance is None else getattr(instance, self.name)
    def __set__(self, instance, value): setattr(instance, self.name, abs(value))
class Account:
    balance = Positive()
a = Account(); a.balance = -3; print(a.balance)
""",
    "a metaclass and a registry": """
class Registry(type):
    known = {}
    def __new__(meta, name, bases, names, **options):
        cls = super().__new__(meta, name, bases, names); meta.known[name] = cls; return cls
    def __call__(cls, *args): print("make", cls.__name__); return super().__call__(*args)
class Base(metaclass=Registry): pass
class Plugin(Base):
    def __init_subclass__(cls, **options): super().__init_subclass__(**options)
Plugin(); print(sorted(Registry.known))
""",
    "a singleton, and the Borg": """
class Single:
    _instance = None
    def __new__(cls, *args):
        if cls._instance is None: cls._instance = super().__new__(cls)
        return cls._instance
class Borg:
    _state = {}
    def __init__(self): self.__dict__ = self._state
print(Single() is Single()); Borg().x = 1; print(Borg().x)
""",
    "a state that is a class": """
class Open:
    def go(self): self.__class__ = Shut; return "open"
class Shut:
    def go(self): self.__class__ = Open; return "shut"
door = Open(); print(door.go(), door.go(), door.go(), type(door).__name__)
""",
    "operators of one's own": """
from functools import total_ordering
@total_ordering
class Time:
    def __init__(self, minutes): self.minutes = minutes
    def __eq__(self, other): return self.minutes == other.minutes
    def __lt__(self, other): return self.minutes < other.minutes
    def __add__(self, other): return Time(self.minutes + other.minutes)
    def __iadd__(self, other): self.minutes += other.minutes; return self
    def __hash__(self): return hash(self.minutes)
    def __repr__(self): return f"Time({self.minutes})"
    __str__ = __repr__
    def __bool__(self): return self.minutes > 0
    def __contains__(self, part): return part < self.minutes
    def __getitem__(self, index): return self.minutes + index
    def __len__(self): return 2
    def __iter__(self): yield from (self.minutes, 0)
    def __call__(self): return self
t = Time(3); t += Time(2); print(t, Time(1) < t, Time(1) >= t, 2 in t, t[1], len(t), [*t], t(), {t: 1}, max(t, Time(9)))
print(t.__eq__(Time(5)), Time.__name__, t.__class__.__name__)
""",
    "sorting by attributes": """
from operator import attrgetter, itemgetter, methodcaller
class Loaf:
    def __init__(self, name, w): self.name, self.w = name, w
loaves = [Loaf("rye", 2), Loaf("oat", 1)]
print([l.name for l in sorted(loaves, key=attrgetter("w", "name"))], list(map(itemgetter(0), ["ab", "cd"])))
print(list(map(methodcaller("upper"), ["a"])), methodcaller("format", 1)("{}"), attrgetter("name.upper")(loaves[0])())
""",
    "copies": """
import copy
class Order:
    def __init__(self): self.items = [1, [2]]
    def __copy__(self): other = Order(); other.items = self.items; return other
class Plain:
    def __init__(self): self.items = [1, [2]]
a = Order(); b = copy.copy(a); c = copy.deepcopy(Plain()); print(b.items is a.items, c.items, copy.copy(c).items is c.items)
print(copy.deepcopy({"a": (1, [2])}), copy.copy([1]), copy.copy(iter({1: 2})).__next__())
""",
    "exceptions of one's own": """
import sys, traceback
class Burnt(Exception):
    def __init__(self, minutes): super().__init__(f"after {minutes}"); self.minutes = minutes
def bake():
    try: raise KeyError("flour")
    except KeyError as error: raise Burnt(3) from error
try: bake()
except Burnt as error:
    print(type(error).__name__, error, error.minutes, repr(error.__cause__), error.__context__ is error.__cause__)
    print(traceback.format_exception_only(error)[0].strip(), sys.exc_info()[0].__name__)
    print(error.with_traceback(None) is error, error.__traceback__)
""",
    "exception groups": """
try: raise ExceptionGroup("two", [ValueError(1), KeyError("x")])
except* ValueError as group: print("values", group.exceptions)
except* KeyError as group: print("keys", [str(e) for e in group.exceptions])
""",
    "caches": """
from functools import cache, cached_property, lru_cache, partial, reduce, singledispatch
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@lru_cache(maxsize=2)
def square(n): return n * n
class Data:
    @cached_property
    def total(self): print("once"); return 3
d = Data(); print(fib(20), square(3), square.cache_info().misses, d.total, d.total, partial(pow, 2)(5), reduce(max, [1, 3, 2]))
@singledispatch
def show(x): return "thing"
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "text"
print(show(1), show("a"), show(None))
""",
    "iterators of one's own": """
class Down:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1; return self.n
print(list(Down(3)), list(zip(Down(2), "ab")), max(Down(4)), [*enumerate(Down(2), 1)])
""",
    "containers of one's own": """
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque
from collections.abc import Mapping, MutableSequence
class Lower(UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.lower(), value)
class Missing(dict):
    def __missing__(self, key): return key * 2
class Half(Mapping):
    def __getitem__(self, key): return key / 2
    def __iter__(self): return iter([2, 4])
    def __len__(self): return 2
low = Lower(); low["A"] = 1
print(dict(low), Missing()["ab"], dict(Half()), Counter("aab").most_common(1), ChainMap({1: 2}, {3: 4})[3])
""",
    "strings and templates": """
import string
print(string.Template("$who has $n").substitute(who="Ada", n=3), string.capwords("a b"), string.ascii_lowercase[:3])
class Format(string.Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, "?") if isinstance(key, str) else args[key]
print(Format().format("{0} {name} {gone}", 1, name="x"), string.Formatter().format("{0.real}", 3))
""",
    "names that only look odd": """
class _Private:
    __count = 0
    _one = 1
    def __bump(self): type(self).__count += 1; return self.__count
    def bump(self): return self.__bump()
def outer():
    __local = 2
    return __local
__version__ = "1"
__all__ = ["outer"]
simulation = 3
open = "a shop that is open"
print(_Private().bump(), outer(), __version__, simulation, open, __name__)
""",
    "threads in one's own way": """
import threading, time
from concurrent.futures import ThreadPoolExecutor, as_completed
class Repeat(threading.Thread):
    def run(self):
        try: self.result = self._target(*self._args)
        finally: del self._target
r = Repeat(target=lambda x: x + 1, args=(1,)); r.start(); r.join(); print(r.result, r.is_alive())
with ThreadPoolExecutor(1) as pool: print([f.result() for f in as_completed([pool.submit(pow, 2, 3)])])
data = threading.local(); data.x = 1; print(data.x, hasattr(data, "y"), threading.current_thread().name)
threading.excepthook = lambda args: print("failed:", args.exc_type.__name__)
t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()
""",
    "printing elsewhere": """
import io, sys
from contextlib import redirect_stdout
class Upper:
    def write(self, text): return sys.__stdout__.write(text.upper())
    def flush(self): pass
print("to a class of one's own", file=Upper())
with redirect_stdout(io.StringIO()) as kept: print("kept")
print(kept.getvalue().strip(), end="!\\n"); sys.stdout.write("written\\n"); print("to stderr", file=sys.stderr)
""",
    "weak references": """
import weakref
class Node: pass
n = Node(); r = weakref.ref(n); print(r() is n, list(weakref.WeakValueDictionary(a=n)), weakref.proxy(n).__class__.__name__)
""",
}
"""By what is used: the program."""
