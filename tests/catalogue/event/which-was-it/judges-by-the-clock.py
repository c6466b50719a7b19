# kind = "wrong"
# mistake = "judges by the clock, not by what wait() returned"
# loses = ["test_no_patience_at_all"]
# without_finding = "the threads do as they should, and the answer is the wrong one"

import time


def customer(bell, patience):
    began = time.monotonic()
    bell.wait(timeout=patience)
    return "bought" if time.monotonic() - began < patience else "gave up"
