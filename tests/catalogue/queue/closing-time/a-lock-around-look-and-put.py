# kind = "right"
# variant = "the look at the flag and the put are one step, so the sentinel can go in at once, and is passed on"
# loses = []

import queue
import threading


def open_until(closing_time, sellers, bake, sell):
    shelf, too_late = queue.Queue(), []
    door, closed = threading.Lock(), []
    goodbye = object()

    def put(loaf):
        with door:
            if closed:
                return False
            shelf.put(loaf)
            return True

    def bake_on():
        while put(loaf := bake()):
            pass
        too_late.append(loaf)

    def serve(seller):
        for loaf in iter(shelf.get, goodbye):
            sell(seller, loaf)
        shelf.put(goodbye)

    threads = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    threads.append(threading.Thread(target=bake_on))
    for thread in threads:
        thread.start()
    closing_time()
    with door:
        closed.append(True)
        shelf.put(goodbye)
    for thread in threads:
        thread.join()
    return too_late
