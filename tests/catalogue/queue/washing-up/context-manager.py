# kind = "right"
# variant = "a context manager takes a tray out and marks it"
# loses = []

from contextlib import contextmanager


@contextmanager
def one_of(sink):
    item = sink.get()
    try:
        yield item
    finally:
        sink.task_done()


def help_out(sink, wash, problems):
    while True:
        with one_of(sink) as tray:
            try:
                wash(tray)
            except Exception as problem:
                problems.append(problem)
