# tries = "names its locks, events and variables so that the picture and the table say something else"
# exercise = "starting-gun"

import threading


class Lock:
    def __repr__(self):
        return "</svg><script>injected()</script>"

    def __init__(self):
        self.ﬀ𝖎𝖗𝖊 = threading.Lock()


def race(names, run, fire):
    own = Lock()
    own.ﬀ𝖎𝖗𝖊.acquire()
    print(own, "\x1b[2J")
    threading.current_thread().name = "\x1b[2J</svg><script>injected()</script>\u202e\x00"
    own.ﬀ𝖎𝖗𝖊.acquire()
