# tries = "names its exception, its threads and its functions by markup"
# exercise = "starting-gun"

import threading


def race(names, run, fire):
    kind = type("<script>injected()</script>", (Exception,), {"__module__": "<b>", "__qualname__": "</td><script>injected()</script>"})
    thread = threading.Thread(target=run, args=("Ada",), name="</text><script>injected()</script><text>[bold red]")
    lock = threading.Lock()
    thread.start()
    thread.join()
    lock.acquire()
    raise kind("x")
