# tries = "reaches the engine through the insides of simulated locks, threads and conditions"
# exercise = "which-was-it"

import threading
import time


def customer(bell, patience):
    found = [bell._cond._lock, threading._active, threading.current_thread(), threading.Lock, time.monotonic, time.sleep]
    for each in (*found, bell._cond, threading.Lock(), threading.RLock(), threading.local()):
        for name in dir(each):
            value = getattr(each, name, None)
            for space in (getattr(value, "__globals__", {}), getattr(each, "__globals__", {})):
                if "World" in space:
                    raise ValueError(f"{name}: {space['World']}")
            for cell in (*(getattr(value, "__closure__", None) or ()), *(getattr(each, "__closure__", None) or ())):
                inside = cell.cell_contents
                if type(inside).__module__.startswith("course"):
                    raise ValueError(f"{name}: {type(inside)}")
            own = getattr(value, "__self__", None)
            if type(own).__module__.startswith("course.sim") and type(own).__name__ in ("World", "Runner", "Clock"):
                raise ValueError(f"{name}: {type(own)} {sorted(vars(own))}")
