# kind = "right"
# variant = "a semaphore counts the free places, another one the items"
# loses = []

import queue
import threading
from collections import deque


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._free = threading.Semaphore(maxsize) if maxsize > 0 else None
        self._filled = threading.Semaphore(0)
        self._items = deque()
        self._lock = threading.Lock()

    def put(self, item, block=True, timeout=None):
        if self._free and not self._acquired(self._free, block, timeout):
            raise queue.Full
        with self._lock:
            self._items.append(item)
        self._filled.release()

    def get(self, block=True, timeout=None):
        if not self._acquired(self._filled, block, timeout):
            raise queue.Empty
        with self._lock:
            item = self._items.popleft()
        if self._free:
            self._free.release()
        return item

    @staticmethod
    def _acquired(semaphore, block, timeout):
        return semaphore.acquire(timeout=timeout) if block else semaphore.acquire(blocking=False)
