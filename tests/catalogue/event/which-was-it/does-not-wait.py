# kind = "wrong"
# mistake = "looks once and does not wait"
# loses = [
#     "test_the_bell_in_time",
#     "test_the_time_is_up",
#     "test_a_short_ring_is_heard",
# ]
# without_finding = "the threads do as they should, and the answer is the wrong one"

def customer(bell, patience):
    return "bought" if bell.is_set() else "gave up"
