# kind = "right"
# variant = "each start makes a new event, which nobody ever clears"
# loses = []

from threading import Event, Thread


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat, self.pause = beat, pause

    def start(self):
        enough = Event()

        def run():
            self.beat()
            while not enough.wait(self.pause):
                self.beat()

        thread = Thread(target=run)
        thread.start()
        self.ends = enough, thread

    def stop(self):
        enough, thread = self.ends
        enough.set()
        thread.join()
