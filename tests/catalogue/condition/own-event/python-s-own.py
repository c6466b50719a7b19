# kind = "wrong"
# mistake = "the real Event under another name"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_is_heard_by_all", "test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "something ready-made is refused, whatever it does"

import threading

Bell = threading.Event
