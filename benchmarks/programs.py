"""The programs that are measured: small classics, each a script that runs on real threads as well."""

from __future__ import annotations

PROGRAMS = {
    "counter race": """
import threading
n = 0
def work():
    global n
    for _ in range(2):
        n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
""",
    "counter with a Lock": """
import threading
n = 0
lock = threading.Lock()
def work():
    global n
    for _ in range(2):
        with lock:
            n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
""",
    "Event handshake": """
import threading
asked, answered = threading.Event(), threading.Event()
def ask():
    asked.set()
    answered.wait()
def answer():
    asked.wait()
    answered.set()
threads = [threading.Thread(target=ask), threading.Thread(target=answer)]
""",
    "one-slot buffer, 1P1C": """
import threading
changed = threading.Condition()
slot = []
def put():
    for item in range(3):
        with changed:
            while slot:
                changed.wait()
            slot.append(item)
            changed.notify()
def get():
    for _ in range(3):
        with changed:
            while not slot:
                changed.wait()
            slot.pop()
            changed.notify()
threads = [threading.Thread(target=put), threading.Thread(target=get)]
""",
    "Queue(1), 2P2C": """
import queue, threading
line = queue.Queue(1)
def put():
    for item in range(2):
        line.put(item)
def get():
    for _ in range(2):
        line.get()
threads = [threading.Thread(target=work) for work in (put, put, get, get)]
""",
    "three philosophers": """
import threading
forks = [threading.Lock() for _ in range(3)]
def dine(first, second):
    with forks[first]:
        with forks[second]:
            pass
threads = [threading.Thread(target=dine, args=pair) for pair in ((0, 1), (1, 2), (0, 2))]
""",
}

RUN = """
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def script(name: str) -> str:
    """The whole source of a program."""
    return PROGRAMS[name] + RUN
