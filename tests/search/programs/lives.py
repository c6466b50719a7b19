"""Time, and the lives of threads: what happens at one moment, who is still there, and who is missed."""

from tests.search.programs.grammar import Family

TIME = Family(
    name="time",
    imports=("import queue", "import threading", "import time"),
    names="n, flag",
    setup="""
n = 0
flag = False
lock = threading.Lock()
ready = threading.Event()
c = threading.Condition()
q = queue.Queue(1)
""",
    final="[n, flag, q.qsize(), ready.is_set(), time.monotonic()]",
    roles=("sleeper", "waiter"),
    rules={
        "short": ("1", "1", "2"),
        "act": ("n += 1", "note(n)", "ready.set()", "q.put(me)", "print(me)", "flag = True", "with c:\n    c.notify()"),
        "sleeper": (
            "time.sleep(<short>)\n<act>",
            "time.sleep(<short>)\n<act>",
            "time.sleep(1)\ntime.sleep(1)\n<act>",
            "<act>\ntime.sleep(<short>)\n<act>",
            "time.sleep(0)\n<act>",
            "with lock:\n    time.sleep(<short>)",
            "with lock:\n    time.sleep(<short>)\n    n += 1",
            "note(time.monotonic())",
            "start = time.monotonic()\n<act>\nnote(time.monotonic() - start)",
            "time.sleep(<short>)\nnote(time.monotonic())",
            "<act>",
        ),
        "waiter": (
            "note(ready.wait(<short>))",
            "note(ready.wait(1))\nnote(ready.is_set())",
            "with c:\n    note(c.wait(<short>))",
            "with c:\n    note(c.wait_for(lambda: n, <short>))",
            "note(lock.acquire(timeout=<short>))",
            "if lock.acquire(timeout=<short>):\n    n += 1\n    lock.release()",
            "try:\n    note(q.get(timeout=<short>))\nexcept queue.Empty:\n    note('empty')",
            "try:\n    q.put('x', timeout=<short>)\nexcept queue.Full:\n    note('full')",
            "while not flag:\n    time.sleep(1)\nnote(time.monotonic())",
            "while n < 1:\n    time.sleep(0.5)",
            "end = time.monotonic() + 1\nwhile time.monotonic() < end and not flag:\n    time.sleep(0.5)\nnote(flag)",
            "while time.monotonic() < 1:\n    pass\n<act>",
            "for i in range(2):\n    if ready.wait(1):\n        break\nnote(i)",
            "while not ready.wait(1):\n    n += 1",
            "threads[0].join(<short>) if not me else None\n<act>",
            "note(q.get())",
            "t = threading.Timer(<short>, ready.set)\nt.start()\nnote(ready.wait(<short>))",
            "<act>",
        ),
    },
)

LIFE = Family(
    name="life",
    imports=("import threading", "import time"),
    names="n",
    sizes=(3, 5, 1),
    daemons=0.25,
    three=0.08,
    setup="""
n = 0
items = []
lock = threading.Lock()
ready = threading.Event()
local = threading.local()
local.x = 0


class Mine(threading.local):
    def __init__(self):
        self.x = 1


mine = Mine()


def grow(k=1):
    global n
    n += k


def raising():
    raise ValueError(n)


class Worker(threading.Thread):
    def run(self):
        items.append(n)


def hook(args):
    items.append(args.exc_type.__name__)


<hook>
""",
    final="[n, items]",
    roles=("ask", "live"),
    rules={
        "hook": ("", "", "threading.excepthook = hook"),
        "target": ("grow", "grow", "raising", "ready.set", "ready.wait", "lock.acquire"),
        "ask": (
            "note(threads[0].is_alive())",
            "note(threads[0].is_alive())\nnote(n)",
            "threads[0].join(1) if not me else None\nnote(n)",
            "threads[0].join(1) if not me else None\nnote(threads[0].is_alive())",
            "threads[0].join() if not me else None\nnote(n)",
            "threads[0].join(0) if not me else None\nnote(n)",
            "note(threading.active_count())",
            "note(sorted(t.name for t in threading.enumerate()))",
            "note(threading.current_thread() is threads[0])",
            "while threads[0].is_alive() and not me:\n    pass\nnote(n)",
            "while threading.active_count() > 1 and not me:\n    pass\nnote(n)",
            "note(n)",
            "note(len(items))",
            "ready.wait(1)\nnote(n)",
        ),
        "live": (
            "n += 1",
            "n += 1\nready.set()",
            "t = threading.Thread(target=<target>)\nt.start()\nt.join()",
            "t = threading.Thread(target=<target>)\nt.start()\nnote(n)",
            "t = threading.Thread(target=<target>)\nt.start()\nnote(t.is_alive())",
            "t = threading.Thread(target=grow, args=(2,))\nt.start()\nn += 1\nt.join()",
            "t = threading.Thread(target=<target>, daemon=True)\nt.start()\nnote(n)",
            "t = threading.Thread(target=<target>, daemon=True)\nt.start()\nt.join(1)",
            "t = Worker()\nt.start()\nn += 1\nt.join()",
            "t = threading.Thread(target=items.append, args=(me,))\nt.start()\nnote(len(items))\nt.join()",
            "items.append(me)\nraise ValueError(me)",
            "raise ValueError(n)",
            "note(hasattr(local, 'x'))\nlocal.x = me",
            "mine.x += n\nnote(mine.x)",
            "time.sleep(1)\nn += 1",
            "with lock:\n    n += 1",
            "with lock:\n    raise SystemExit",
            "assert n == 0",
            "ready.wait()",
            "print(n)",
            "n += 1\nprint('done')",
            "t = threading.Timer(1, grow)\nt.start()\nt.cancel()\nnote(n)",
        ),
    },
)
