# kind = "wrong"
# mistake = "a subclass of Event"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_is_heard_by_all", "test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "something ready-made is refused, whatever it does"

import threading


class Bell(threading.Event):
    """My own event."""
