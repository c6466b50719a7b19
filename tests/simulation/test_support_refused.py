"""What an explored program cannot have says so in one sentence: the thing, the line, and what to do instead."""

from __future__ import annotations

import re

import pytest

from course import Program, Search, explore
from course.explain import sentence
from tests.simulation.real import explored

REFUSED = {
    "asyncio": ("import asyncio", "use threading.Thread"),
    "multiprocessing": ("from multiprocessing import Process", "use threading.Thread"),
    "subprocess": ("import subprocess", "use threading.Thread"),
    "select": ("import select", "use threading.Thread"),
    "concurrent.futures.process": ("from concurrent.futures import ProcessPoolExecutor", "ThreadPoolExecutor"),
    "concurrent.futures.process as an attribute": (
        "import concurrent.futures as cf\ncf.ProcessPoolExecutor()",
        "ThreadPoolExecutor",
    ),
    "concurrent.futures.process by itself": ("import concurrent.futures.process", "ThreadPoolExecutor"),
    "socket": ("import socket", "queue.Queue"),
    "urllib.request": ("import urllib.request", "queue.Queue"),
    "requests": ("import requests", "queue.Queue"),
    "os": ("import os", "pass the value as an argument"),
    "os from": ("from os import environ", "pass the value as an argument"),
    "os by its function": ("__import__('os')", "pass the value as an argument"),
    "signal": ("import signal", "leave it out"),
    "platform": ("import platform", "leave it out"),
    "pathlib": ("from pathlib import Path", "keep the data in a variable"),
    "open": ("open('x')", "keep the data in a variable"),
    "io.open": ("import io\nio.open('x')", "use io.StringIO"),
    "io.TextIOWrapper": ("from io import TextIOWrapper", "use io.StringIO"),
    "pickle": ("import pickle", "use copy.deepcopy or json"),
    "uuid": ("import uuid", "use random"),
    "secrets": ("import secrets", "use random"),
    "random.SystemRandom": ("import random\nrandom.SystemRandom()", "use random.Random"),
    "inspect": ("import inspect", "leave it out"),
    "gc": ("import gc", "leave it out"),
    "atexit": ("import atexit", "at the end of the program"),
    "timeit": ("import timeit", "outside of an explored program"),
    "numpy": ("import numpy as np", "modules of the standard library that only compute"),
    "logging.config": ("import logging.config", "use logging.basicConfig"),
    "logging.FileHandler": ("import logging\nlogging.FileHandler('x')", "use logging.StreamHandler"),
    "logging.FileHandler by basicConfig": (
        "import logging\nlogging.basicConfig(filename='x')",
        "use logging.StreamHandler",
    ),
    "logging.handlers.RotatingFileHandler": (
        "from logging.handlers import RotatingFileHandler\nRotatingFileHandler('x')",
        "logging.handlers.QueueHandler",
    ),
    "logging.handlers.SocketHandler": (
        "import logging.handlers\nlogging.handlers.SocketHandler('x', 1)",
        "logging.handlers.QueueHandler",
    ),
    "input": ("input()", "give the value as an argument"),
    "sys.stdin": ("import sys\nsys.stdin.readline()", "give the value as an argument"),
    "sys.stdin from": ("from sys import stdin", "give the value as an argument"),
    "eval": ("eval('1')", "write the expression out"),
    "exec": ("exec('1')", "write the code out"),
    "breakpoint": ("breakpoint()", "use %%replay"),
    "sys.settrace": ("import sys\nsys.settrace(None)", "%%replay"),
    "threading.settrace": ("import threading\nthreading.settrace(None)", "%%replay"),
    "threading.setprofile": ("import threading\nthreading.setprofile(None)", "%%replay"),
    "sys.setrecursionlimit": ("import sys\nsys.setrecursionlimit(9)", "write a loop"),
    "sys.modules": ("import sys\nsys.modules", "leave it out"),
    "sys.getsizeof": ("import sys\nsys.getsizeof(1)", "leave it out"),
    "sys.stdout.buffer": ("import sys\nsys.stdout.buffer", "write text with sys.stdout.write()"),
    "time.clock_gettime": ("import time\ntime.clock_gettime(1)", "use time.monotonic()"),
    "time.clock_gettime from": ("from time import clock_gettime", "use time.monotonic()"),
    "_thread": ("import _thread", "use threading"),
    "time.sleep": ("import time\ntime.sleep = None", "cannot be changed here"),
    "logging.warning": ("import logging\nlogging.warning = print", "cannot be changed here"),
    "Thread.run": ("import threading\nthreading.Thread.run = None", "make a subclass"),
    "Logger.info": ("import logging\nlogging.Logger.info = None", "make a subclass"),
    "async def": ("async def f(): pass", "use def and threading.Thread"),
}


@pytest.mark.parametrize("thing", REFUSED)
def test_what_cannot_be_gets_one_sentence(thing: str) -> None:
    text, instead = REFUSED[thing]
    (outcome,) = explored(text).outcomes
    said = sentence(outcome.execution)
    line = len(text.splitlines())
    assert re.fullmatch(rf"\w+ in main at line {line}: [^\n]*", said), said
    assert re.split(" by | from| as ", thing)[0] in said
    assert instead in said
    assert "cannot be" in said


def test_a_refusal_can_be_caught_and_the_program_goes_on() -> None:
    text = """
try: import numpy
except ImportError as error: print(error.name)
try: import tomllib
except ModuleNotFoundError: print("not for this")
except ImportError: print("an ImportError")
print(hasattr(__import__("sys"), "settrace"))
"""
    assert explored(text).outcomes[0].output == "numpy\nan ImportError\nFalse\n"


INSIDES = {
    "an item is taken out of a queue": ("q.queue.popleft()", "Queue.queue cannot be changed here"),
    "an item is put into it": ("q.queue.append(2)", "Queue.queue cannot be changed here"),
    "it is emptied": ("q.queue.clear()", "Queue.queue cannot be changed here"),
    "its first item is replaced": ("q.queue[0] = 2", "Queue.queue cannot be changed here"),
    "its container is kept": ("inside = q.queue\nprint(1)\ninside.clear()", "Queue.queue cannot be changed here"),
    "its container is replaced": ("q.queue = type(q.queue)()", "Queue.queue cannot be changed here"),
    "its container is found in another way": ("vars(q)['queue'].clear()", "Queue.queue cannot be changed here"),
    "its container is found by a getter": (
        "operator.attrgetter('queue')(q).append(2)",
        "Queue.queue cannot be changed here",
    ),
    "its container is found by a pattern": (
        "match q:\n    case queue.Queue(queue=inside): inside.append(2)",
        "Queue.queue cannot be changed here",
    ),
    "its container is changed by a function": ("operator.iadd(q.queue, [2])", "Queue.queue cannot be changed here"),
    "a heap": ("heapq.heappop(heap.queue)", "Queue.queue cannot be changed here"),
    "its size": ("q.maxsize = 2", "Queue.maxsize cannot be changed here"),
    "its count": ("q.unfinished_tasks = 0", "Queue.unfinished_tasks cannot be changed here"),
    "its inner method": ("q._get()", "Queue._get cannot be called here"),
    "its inner method is kept": ("get = q._get\nget()", "Queue._get cannot be called here"),
    "its inner method is found in the class": ("queue.Queue._get(q)", "Queue._get cannot be called here"),
    "its inner method is found above": ("own.push(2)", "Queue._put cannot be called here"),
    "it is made anew": ("q.__init__()", "Queue.__init__ cannot be called here"),
    "a simple queue": ("simple._queue.append(1)", "SimpleQueue._queue cannot be changed here"),
    "a queue of the program's": ("own.steal()", "Queue.queue cannot be changed here"),
    "a semaphore": ("semaphore._value += 1", "Semaphore._value cannot be changed here"),
    "an event": ("event._flag = True", "Event._flag cannot be changed here"),
    "an event, by its names": ("event.__dict__['_flag'] = True", "Event.__dict__ cannot be changed here"),
    "a condition": ("condition._waiters.clear()", "Condition._waiters cannot be changed here"),
    "a barrier": ("barrier._state = 1", "Barrier._state cannot be changed here"),
}

INSIDE = """
import heapq, operator, queue, threading
class Own(queue.Queue):
    def push(self, item):
        super()._put(item)
    def steal(self):
        return self.queue.popleft()
    def _put(self, item):
        self.queue.append(item)
q, own, heap, simple = queue.Queue(1), Own(), queue.PriorityQueue(), queue.SimpleQueue()
semaphore, event = threading.Semaphore(0), threading.Event()
condition, barrier = threading.Condition(), threading.Barrier(2)
for each in q, own, heap:
    each.put(1)
"""


@pytest.mark.parametrize("name", INSIDES)
def test_nobody_changes_the_insides_of_the_library_while_others_could_wait(name: str) -> None:
    change, told = INSIDES[name]
    text = f"{INSIDE}threading.Thread(target=lambda: q.put(2), daemon=True).start()\n{change}\n"
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert {told in (outcome.error or "") for outcome in found.outcomes} == {True}


@pytest.mark.parametrize("name", sorted(INSIDES.keys() - {"its inner method", "a queue of the program's"}))
def test_before_there_is_another_thread_nobody_minds(name: str) -> None:
    found = explore(Program({"main": f"{INSIDE}{INSIDES[name][0]}\n"}), Search(preemptions=None))
    assert [outcome.error for outcome in found.outcomes] == [None]


def test_under_its_lock_a_queue_may_be_changed_and_who_is_not_told_waits_for_ever() -> None:
    text = """
import queue, threading
shelf = queue.Queue(1)
shelf.put(1)
threading.Thread(target=shelf.put, args=(2,)).start()
with shelf.mutex:
    shelf.queue.clear()
"""
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert found.complete
    assert {outcome.ending for outcome in found.outcomes} == {"completed", "deadlock"}


HANDED_OUT = {
    "a queue": ("queue.Queue", "", "self.get()", "self.queue.append(1)"),
    "an event": ("threading.Event", "", "self.wait()", "self._flag = True"),
    "a semaphore": ("threading.Semaphore", "0", "self.acquire()", "self._value = 1"),
}


@pytest.mark.parametrize("name", HANDED_OUT)
def test_who_waits_for_what_is_still_being_made_is_not_told_of_a_change(name: str) -> None:
    cls, arguments, wait, change = HANDED_OUT[name]
    text = f"""
import queue, threading
class Own({cls}):
    def __init__(self):
        super().__init__({arguments})
        threading.Thread(target=self.take).start()
        {change}
    def take(self):
        {wait}
Own()
"""
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert found.complete
    assert {outcome.ending for outcome in found.outcomes} == {"completed", "deadlock"}


def test_a_subclass_may_make_itself_while_other_threads_run() -> None:
    text = """
import queue, threading

class Shelf(queue.Queue):
    def __init__(self, room):
        super().__init__()
        self.maxsize = room

def work():
    shelf = Shelf(1)
    shelf.put("rye")
    print(shelf.full())

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
"""
    [outcome] = explore(Program({"main": text}), Search(preemptions=None)).outcomes
    assert (outcome.ending, outcome.output) == ("completed", "True\nTrue\n")
