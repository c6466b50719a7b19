"""Locks, conditions, semaphores and barriers: who waits for whom, and who is woken by what."""

from tests.search.programs.grammar import Family

LOCKS = Family(
    name="locks",
    imports=("import threading", "import time"),
    names="n, m",
    setup="""
n = 0
m = 0
a = threading.Lock()
b = threading.Lock()
r = threading.RLock()
""",
    final="[n, m, a.locked(), b.locked()]",
    roles=("section", "attempt"),
    rules={
        "lock": ("a", "a", "b", "r"),
        "plain": ("a", "a", "b"),
        "inside": ("n += 1", "n += 1", "note(n)", "m = n", "pass", "note(a.locked())"),
        "section": (
            "with <lock>:\n    <inside>",
            "with a:\n    with b:\n        <inside>",
            "with b:\n    with a:\n        <inside>",
            "with a:\n    with <lock>:\n        <inside>",
            "with r:\n    with a:\n        <inside>",
            "with r:\n    with r:\n        <inside>\n    <inside>",
            "with a, b:\n    n += 1",
            "a.acquire()\n<inside>\na.release()",
            "a.acquire()\n<inside>",
            "a.acquire()\nb.acquire()\n<inside>\na.release()\nb.release()",
            "with a:\n    <attempt>",
            "<inside>",
            "with <lock>:\n    <inside>\n<inside>",
            "with <lock>:\n    pass\nwith <lock>:\n    <inside>",
            "<plain>.release()",
            "with a:\n    raise ValueError(n)",
        ),
        "attempt": (
            "if <lock>.acquire(False):\n    note('got')",
            "if a.acquire(False):\n    <inside>\n    a.release()\nelse:\n    note('busy')",
            "if r.acquire(blocking=False):\n    <inside>\n    r.release()\nelse:\n    note('busy')",
            "if a.acquire(timeout=1):\n    <inside>\n    a.release()\nelse:\n    note('late')",
            "if b.acquire(timeout=2):\n    <inside>\n    b.release()\nelse:\n    note('late')",
            "note(<plain>.acquire(timeout=<short>))",
            "note(a.acquire(timeout=0))",
            "note(<plain>.locked())",
            "if not a.locked():\n    <inside>",
            "if a.locked():\n    a.release()",
            "try:\n    <plain>.release()\nexcept RuntimeError:\n    note('free')",
            "try:\n    r.release()\nexcept RuntimeError:\n    note('not mine')",
            "while not a.acquire(False):\n    pass\n<inside>\na.release()",
            "while not a.acquire(timeout=1):\n    note('again')\na.release()",
            "with b:\n    note(a.acquire(False))",
            "time.sleep(<short>)",
            "with a:\n    time.sleep(<short>)",
            "n += 1",
            "note(n)",
        ),
        "short": ("1", "1", "2"),
    },
)

CONDITIONS = Family(
    name="conditions",
    imports=("import threading", "import time"),
    names="n, ready, slot",
    sizes=(3, 5, 1),
    three=0.25,
    setup="""
n = 0
ready = False
slot = None
items = []
mutex = <mutex>
c = threading.Condition(mutex)
d = threading.Condition(mutex)
outer = threading.Lock()


def is_ready():
    return ready
""",
    final="[n, ready, slot, items]",
    roles=("waiter", "signaller"),
    rules={
        "mutex": ("threading.RLock()", "threading.RLock()", "threading.Lock()"),
        "test": ("not ready", "not ready", "n < 1", "not items", "slot is None", "not is_ready()"),
        "after": ("n += 1", "note(n)", "note(list(items))", "ready = False", "slot = me", "c.notify()", "pass"),
        "inside_loop": ("pass", "n += 1", "note(n)", "note(ready)", "c.notify()"),
        "wait": ("c.wait()", "c.wait()", "c.wait()", "c.wait(1)", "c.wait(timeout=2)", "d.wait()"),
        "waiter": (
            "with c:\n    while <test>:\n        <wait>\n    <after>",
            "with c:\n    while <test>:\n        c.wait()",
            "with c:\n    while <test>:\n        c.wait()\n        <inside_loop>\n    <after>",
            "with c:\n    while <test>:\n        <inside_loop>\n        c.wait()",
            "with c:\n    if <test>:\n        <wait>\n    <after>",
            "with c:\n    <wait>",
            "with c:\n    note(c.wait(<short>))",
            "with c:\n    <wait>\n    <after>",
            "with c:\n    k = n\n    while n == k:\n        c.wait()\n    note((k, n))",
            "with c:\n    note(ready)\n    while not ready:\n        c.wait()",
            "with c:\n    while not (seen := ready):\n        c.wait()\n    note(seen)",
            "with c:\n    while (k := n) < 1:\n        c.wait()\n    note(k)",
            "with c:\n    turns = 0\n    while not ready:\n        turns += 1\n        c.wait()\n    note(turns)",
            "with c:\n    turns = 0\n    while not ready and turns < 2:\n        c.wait(1)\n        turns += 1\n"
            "    note(turns)",
            "with c:\n    while not ready:\n        c.wait()\n    while n < 1:\n        c.wait()\n    <after>",
            "with c:\n    while not ready:\n        c.wait()\nwith c:\n    while ready:\n        c.wait()",
            "with outer:\n    with c:\n        while <test>:\n            <wait>",
            "with c:\n    while <test>:\n        if not c.wait(1):\n            break\n    <after>",
            "with c:\n    note(c.wait_for(lambda: ready, timeout=<short>))",
            "with c:\n    c.wait_for(lambda: n > 0)\n    <after>",
            "with c:\n    note(c.wait_for(is_ready))",
            "with c:\n    while slot is None:\n        c.wait()\n    note(slot)\n    slot = None\n    c.notify()",
            "with c:\n    while not items:\n        c.wait()\n    note(items.pop())",
            "with d:\n    while <test>:\n        d.wait()\n    <after>",
            "with mutex:\n    while <test>:\n        c.wait()",
            "c.acquire()\nwhile <test>:\n    c.wait()\nc.release()",
            "with c:\n    while True:\n        if ready:\n            break\n        c.wait()\n    <after>",
            "while True:\n    with c:\n        if ready or n:\n            break\n        c.wait()",
            "with c:\n    while <test>:\n        try:\n            c.wait()\n        finally:\n            note(n)",
            "with c:\n    while <test>:\n        c.wait()\n        items.append(me)",
        ),
        "change": ("ready = True", "ready = True", "n += 1", "items.append(me)", "slot = me", "ready = not ready"),
        "notify": ("c.notify()", "c.notify()", "c.notify(2)", "c.notify_all()", "d.notify()", "d.notify_all()"),
        "signaller": (
            "with c:\n    <change>\n    <notify>",
            "with c:\n    <change>\n    <notify>",
            "with c:\n    <notify>\n    <change>",
            "with c:\n    <notify>",
            "with c:\n    <change>",
            "<change>",
            "<change>\nwith c:\n    <notify>",
            "with c:\n    <change>\nwith c:\n    <notify>",
            "with c:\n    <notify>\nwith c:\n    <change>\n    <notify>",
            "with c:\n    <change>\n    <notify>\n    <change>",
            "with c:\n    <change>\n    c.notify()\n    d.notify()",
            "with c:\n    if n or ready:\n        <notify>\n    <change>",
            "with outer:\n    with c:\n        <change>\n        <notify>",
            "with outer:\n    <change>",
            "try:\n    c.notify()\nexcept RuntimeError:\n    note('not owned')",
            "c.notify()",
            "with c:\n    while slot is not None:\n        c.wait()\n    slot = me\n    c.notify()",
            "with d:\n    <change>\n    <notify>",
            "time.sleep(1)\nwith c:\n    <change>\n    <notify>",
            "with c:\n    note((ready, n))",
        ),
        "short": ("1", "2"),
    },
)

SEMAPHORES = Family(
    name="semaphores",
    imports=("import threading", "import time"),
    names="n, m",
    sizes=(3, 5, 1),
    setup="""
n = 0
m = 0
s = threading.Semaphore(<value>)
bounded = threading.BoundedSemaphore(1)


def action():
    global m
    m += 1


meeting = threading.Barrier(2<how>)
""",
    final="[n, m, meeting.n_waiting, meeting.broken]",
    roles=("part", "meet"),
    rules={
        "value": ("0", "1", "1", "2"),
        "how": ("", "", ", action", ", timeout=1", ", action, 1"),
        "inside": ("n += 1", "note(n)", "pass", "m = n"),
        "short": ("1", "2"),
        "part": (
            "s.acquire()\n<inside>",
            "s.acquire()\n<inside>\ns.release()",
            "with s:\n    <inside>",
            "with bounded:\n    <inside>",
            "note(s.acquire(False))",
            "note(s.acquire(timeout=<short>))",
            "note(bounded.acquire(blocking=False))",
            "s.release()",
            "s.release(2)",
            "<inside>\ns.release()",
            "bounded.release()",
            "try:\n    bounded.release()\nexcept ValueError:\n    note('too often')",
            "with s:\n    with bounded:\n        <inside>",
            "with bounded:\n    with s:\n        <inside>",
            "t = threading.Timer(<short>, s.release)\nt.start()\ns.acquire()",
            "t = threading.Timer(1, note, ['rang'])\nt.start()\n<inside>\nt.cancel()\nt.join()",
            "time.sleep(<short>)",
            "note(s._value)",
            "<inside>",
        ),
        "meet": (
            "note(meeting.wait() in (0, 1))",
            "note(meeting.wait())",
            "n += 1\nmeeting.wait()\nnote(n)",
            "meeting.wait()\n<inside>",
            "meeting.wait()\nmeeting.wait()",
            "try:\n    note(meeting.wait(<short>))\nexcept threading.BrokenBarrierError:\n    note('broken')",
            "try:\n    meeting.wait()\nexcept threading.BrokenBarrierError:\n    note('broken')",
            "meeting.abort()",
            "meeting.reset()",
            "note(meeting.n_waiting)",
            "note(meeting.broken)",
            "time.sleep(1)\nmeeting.reset()",
            "time.sleep(1)\ntry:\n    meeting.wait(1)\nexcept threading.BrokenBarrierError:\n    note('broken')",
            "<part>",
        ),
    },
)
