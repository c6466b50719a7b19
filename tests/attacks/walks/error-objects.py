# tries = "takes the engine's objects from the exceptions that it raises: obj, name, value, args, __context__"
# exercise = "which-was-it"

import queue
import sys
import threading
import time


def customer(bell, patience):
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
            found = [getattr(error, name, None) for name in ("obj", "name", "value", "args", "object")]
            step = error.__traceback__
            while step is not None:
                found.extend(step.tb_frame.f_locals.values())
                step = step.tb_next
            for each in found:
                if type(each).__module__.startswith("course."):
                    raise ValueError(f"{type(each)}") from None
