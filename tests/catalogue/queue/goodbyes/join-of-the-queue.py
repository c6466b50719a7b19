# kind = "right"
# variant = "waits with join() of the queue until all is sold, and then says goodbye by None in an envelope"
# loses = []

from queue import Queue
from threading import Thread


def sell_all(batches, sellers, sell):
    shelf = Queue()

    def bake(batch):
        for loaf in batch:
            shelf.put([loaf])

    def serve(seller):
        while True:
            envelope = shelf.get()
            if envelope is None:
                break
            sell(seller, *envelope)
            shelf.task_done()

    bakers = [Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in [*servers, *bakers]:
        thread.start()
    for baker in bakers:
        baker.join()
    shelf.join()
    for server in servers:
        shelf.put(None)
    for server in servers:
        server.join()
