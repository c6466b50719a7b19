# tries = "takes the engine's objects from the exceptions that it raises: obj, name, value, args, __context__"
# exercise = "which-was-it"

import queue
import sys
import threading
import time


def customer(bell, patience):
    found = []
    for attempt in (
        lambda: sys.nothing,
        lambda: time.nothing,
        lambda: threading.Lock().nothing,
        lambda: bell.nothing,
        lambda: threading.Lock().release(),
        lambda: queue.Queue().get(timeout=-1),
        lambda: threading.Condition(5),
        lambda: open("x"),
        lambda: sys.stdout.fileno(),
        lambda: threading.local().nothing,
    ):
        try:
            attempt()
        except Exception as error:
            for name in ("obj", "name", "value", "args", "object"):
                found.append(getattr(error, name, None))
            if error.__context__ is not None:
                found.append(error.__context__.__traceback__.tb_frame.f_locals)
    raise ValueError(str([vars(each) for each in found if hasattr(each, "__dict__")])[:3000])
