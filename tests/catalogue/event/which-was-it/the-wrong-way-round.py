# kind = "wrong"
# mistake = "takes True for a timeout"
# loses = [
#     "test_the_bell_in_time",
#     "test_the_time_is_up",
#     "test_no_patience_at_all",
#     "test_a_short_ring_is_heard",
#     "test_no_purchase_without_a_bell",
# ]
# without_finding = "the threads do as they should, and the answer is the wrong one"

def customer(bell, patience):
    timed_out = bell.wait(timeout=patience)
    return "gave up" if timed_out else "bought"
