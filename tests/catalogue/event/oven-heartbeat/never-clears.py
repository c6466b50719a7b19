# kind = "wrong"
# mistake = "the event stays set after the first stop: from then on it beats once only"
# loses = ["test_it_can_be_started_again", "test_stopped_in_the_middle_of_a_beat", "test_each_heart_for_itself"]
# without_finding = "it comes to its end; that it beats too seldom is against the exercise only"

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.enough = threading.Event()

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while True:
            self.beat()
            if self.enough.wait(timeout=self.pause):
                break

    def stop(self):
        self.enough.set()
        self.thread.join()
