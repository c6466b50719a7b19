# tries = "puts scripts into the picture of a deadlock: by thread names, values and lines of source"
# exercise = "starting-gun"

import threading


def race(names, run, fire):
    lock = threading.Lock()

    def wait(value="</text><script>injected()</script>"):
        lock.acquire()  # <script>injected()</script>
        fire()
        lock.acquire()  # "onload="injected()" x="

    for name in ("<script>injected()</script>", '" onload="injected()', "]]><script>injected()</script>"):
        threading.Thread(target=wait, name=name).start()
