# kind = "right"
# variant = "a context manager reports the problem, for both sides"
# loses = []

from contextlib import contextmanager


@contextmanager
def reporting(problems):
    try:
        yield
    except Exception as problem:
        problems.append(problem)


def bake_and_ring(bake, shelf, bell, problems):
    with reporting(problems):
        shelf.extend(bake())
    bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    with reporting(problems):
        bell.wait()
        for loaf in shelf:
            sell(loaf)
