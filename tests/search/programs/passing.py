"""Events, queues and executors: what one thread hands to another."""

from tests.search.programs.grammar import Family

EVENTS = Family(
    name="events",
    imports=("import threading", "import time"),
    names="n, m",
    setup="""
n = 0
m = 0
ready = threading.Event()
done = threading.Event()
""",
    final="[n, m, ready.is_set(), done.is_set()]",
    roles=("wait", "signal"),
    rules={
        "inside": ("n += 1", "note(n)", "m = n", "n = 2"),
        "short": ("1", "2"),
        "event": ("ready", "ready", "done"),
        "wait": (
            "<event>.wait()",
            "ready.wait()\n<inside>",
            "note(ready.wait(<short>))",
            "if not ready.wait(1):\n    <inside>",
            "while not ready.wait(1):\n    n += 1",
            "while not ready.is_set():\n    pass\n<inside>",
            "while not ready.is_set():\n    <inside>",
            "note(<event>.is_set())",
            "if ready.is_set():\n    <inside>",
            "ready.wait()\nready.clear()",
            "ready.wait()\ndone.set()",
            "done.set()\nready.wait()\nnote(n)",
            "done.wait()\nready.set()",
            "ready.wait()\nnote(ready.is_set())",
            "note(ready.wait(0))",
            "while not (ready.is_set() or done.is_set()):\n    pass\nnote(done.is_set())",
        ),
        "signal": (
            "<event>.set()",
            "<inside>\nready.set()",
            "ready.set()\n<inside>",
            "ready.set()\nready.clear()",
            "ready.clear()",
            "ready.clear()\nready.set()",
            "ready.set()\ndone.wait()\n<inside>",
            "ready.set()\nready.clear()\nready.set()",
            "time.sleep(<short>)\nready.set()",
            "if not ready.is_set():\n    ready.set()\n    <inside>",
            "done.clear()\nready.set()",
            "<inside>",
        ),
    },
)

QUEUES = Family(
    name="queues",
    imports=("import queue", "import threading", "import time"),
    names="n",
    topics=("q", "q", "q", "<any>", "<both>", "order", "simple"),
    setup="""
n = 0
items = []


class Logged(queue.Queue):
    def _put(self, item):
        global n
        n += 1
        super()._put(item)


class Counting(queue.Queue):
    def _get(self):
        items.append(len(self.queue))
        return super()._get()


q = <queue>
other = queue.Queue(1)
simple = queue.SimpleQueue()
order = queue.PriorityQueue()
""",
    final="[n, items, q.qsize(), q.unfinished_tasks, other.qsize(), simple.qsize(), order.qsize()]",
    roles=("put", "get"),
    rules={
        "queue": (
            "queue.Queue(1)",
            "queue.Queue(1)",
            "queue.Queue(2)",
            "queue.Queue()",
            "queue.LifoQueue()",
            "queue.LifoQueue(1)",
            "queue.PriorityQueue(2)",
            "Logged(1)",
            "Logged()",
            "Counting(2)",
        ),
        "any": ("q", "q", "q", "other", "simple", "order"),
        "both": ("q", "q", "other"),
        "short": ("1", "2"),
        "payload": ("{}", "object()", "(0, {})", "(me, {})", "me", "(1, me)"),
        "put": (
            "<any>.put(me)",
            "q.put(me)\nq.put(me + 1)",
            "q.put(1)\nq.put(0)",
            "<both>.put(me)\n<both>.put(me)",
            "try:\n    <both>.put(me, block=False)\nexcept queue.Full:\n    note('full')",
            "try:\n    <both>.put_nowait(me)\nexcept queue.Full:\n    note('full')",
            "try:\n    <both>.put(me, timeout=<short>)\nexcept queue.Full:\n    note('full')",
            "if not q.full():\n    q.put(me)",
            "n += 1\nq.put(me)",
            "q.put(me)\nn += 1",
            "q.put(me)\nq.join()",
            "order.put(<payload>)",
            "order.put(<payload>)\norder.put(<payload>)",
            "try:\n    order.put(<payload>)\nexcept TypeError:\n    note('type')",
            "simple.put(me)",
            "time.sleep(1)\nq.put(me)",
            "other.put(q.qsize())",
            "note(n)",
            "if hasattr(q, 'shutdown'):\n    q.shutdown()\nelse:\n    q.put(me)",
        ),
        "get": (
            "note(q.get())",
            "note(other.get())",
            "note(simple.get())",
            "note(isinstance(order.get(), tuple))",
            "note(q.get())\nq.task_done()",
            "note(q.get())\nnote(n)",
            "q.task_done()",
            "try:\n    q.task_done()\nexcept ValueError:\n    note('too often')",
            "try:\n    note(<both>.get(block=False))\nexcept queue.Empty:\n    note('empty')",
            "try:\n    note(<both>.get(timeout=<short>))\nexcept queue.Empty:\n    note('empty')",
            "try:\n    note(simple.get(timeout=<short>))\nexcept queue.Empty:\n    note('empty')",
            "try:\n    note(simple.get_nowait())\nexcept queue.Empty:\n    note('empty')",
            "try:\n    note(bool(order.get_nowait()))\nexcept queue.Empty:\n    note('empty')",
            "if not q.empty():\n    note(q.get())",
            "if q.qsize():\n    note(q.get())",
            "note(<any>.qsize())",
            "note(<any>.empty())",
            "note(<both>.full())",
            "note(list(q.queue))",
            "note(len(q.queue))",
            "if q.queue:\n    note(q.get())",
            "note(q.unfinished_tasks)",
            "q.join()",
            "q.join()\nnote(n)",
            "while q.empty():\n    pass\nnote(q.get())",
            "note(list(items))",
            "n += 1",
            "with q.mutex:\n    note(len(q.queue))",
            "with q.mutex:\n    q.queue.clear()",
        ),
    },
)

EXECUTORS = Family(
    name="executors",
    imports=("import threading", "import time", "import concurrent.futures as futures"),
    names="n",
    sizes=(9, 1, 0),
    three=0.0,
    setup="""
n = 0
seen = []
lock = threading.Lock()
ready = threading.Event()
outside = futures.Future()


def work(x):
    <work>
    return x


def fail(x):
    raise ValueError(x)


def finished(future):
    seen.append(future.cancelled() or future.exception() is None)
""",
    final="[n, seen, outside.done()]",
    topics=("pool", "outside"),
    roles=("use", "beside"),
    rules={
        "work": ("pass", "global n\nn += 1", "seen.append(x)", "with lock:\n    seen.append(x)", "time.sleep(x)"),
        "job": ("work", "work", "work", "fail"),
        "use": (
            "with futures.ThreadPoolExecutor(1) as pool:\n    note(pool.submit(work, 1).result())",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(<job>, 1)\n    note(f.done())",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(<job>, 1)\n    n += 1",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(work, 1)\n    note(f.cancel())",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(<job>, 1)\n"
            "    f.add_done_callback(finished)",
            "with futures.ThreadPoolExecutor(2) as pool:\n    note(list(pool.map(work, [1])))",
            "with futures.ThreadPoolExecutor(1) as pool:\n    note(list(pool.map(work, [1, 2])))",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(fail, 1)\n"
            "    note(type(f.exception()).__name__)",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(work, 1)\n"
            "    note([g.result() for g in futures.as_completed([f])])",
            "with futures.ThreadPoolExecutor(1) as pool:\n    f = pool.submit(<job>, 1)\n"
            "    try:\n        note(f.result(timeout=1))\n    except Exception as error:\n"
            "        note(type(error).__name__)",
            "pool = futures.ThreadPoolExecutor(1)\nf = pool.submit(<job>, 1)\nnote(f.running())\npool.shutdown()",
            "pool = futures.ThreadPoolExecutor(1)\nf = pool.submit(work, 1)\npool.shutdown(False)\nnote(len(seen))",
            "outside.set_result(n)",
            "outside.cancel()",
            "outside.add_done_callback(finished)\nnote(outside.done())",
        ),
        "beside": (
            "n += 1",
            "note(n)",
            "seen.append('x')",
            "note(len(seen))",
            "ready.set()",
            "note(outside.done())",
            "note(outside.result())",
            "try:\n    note(outside.result(timeout=1))\nexcept Exception as error:\n    note(type(error).__name__)",
            "try:\n    outside.set_result(me)\nexcept futures.InvalidStateError:\n    note('set')",
            "note(outside.cancel())",
            "outside.add_done_callback(finished)",
            "with lock:\n    note(len(seen))",
            "note(outside.cancelled())",
        ),
    },
)
