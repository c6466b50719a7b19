import threading


class ShutDown(Exception):
    """Raised by put() and get() of a queue that is shut down."""


class ClosingQueue:
    """A queue.Queue, with the shutdown() of Python 3.13."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.is_shutdown = False
        self._items = []
        self._unfinished = 0
        self._changed = threading.Condition()

    def put(self, item):
        """Wait for room, then put the item in."""
        with self._changed:
            self._changed.wait_for(lambda: self._has_room() or self.is_shutdown)
            if self.is_shutdown:
                raise ShutDown
            self._items.append(item)
            self._unfinished += 1
            self._changed.notify_all()

    def get(self):
        """Wait for an item, then take it out; after shutdown(), take what is still there."""
        with self._changed:
            self._changed.wait_for(lambda: self._items or self.is_shutdown)
            if not self._items:
                raise ShutDown
            self._changed.notify_all()
            return self._items.pop(0)

    def task_done(self):
        """Say that an item that was taken out is dealt with."""
        with self._changed:
            if self._unfinished == 0:
                raise ValueError("task_done() called too many times")
            self._unfinished -= 1
            self._changed.notify_all()

    def join(self):
        """Wait until every item that was put in is dealt with."""
        with self._changed:
            self._changed.wait_for(lambda: self._unfinished == 0)

    def shutdown(self, immediate=False):
        """Let nothing in any more; with immediate, throw away what is inside, as if it were dealt with."""
        with self._changed:
            self.is_shutdown = True
            if immediate:
                self._unfinished -= len(self._items)
                self._items.clear()
            self._changed.notify_all()

    def _has_room(self):
        return self.maxsize <= 0 or len(self._items) < self.maxsize


shelf = ClosingQueue()


def sell():
    while True:
        try:
            loaf = shelf.get()
        except ShutDown:
            return
        if loaf != "burnt loaf":
            print("Jonas sells the", loaf)
            shelf.task_done()


shelf.put("fresh loaf")
shelf.put("burnt loaf")
threading.Thread(target=sell, name="Jonas").start()
shelf.shutdown(immediate=True)
shelf.join()
print("The shop is closed")
