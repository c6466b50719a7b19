# kind = "wrong"
# mistake = "is a box around queue.Queue"
# loses = [
#     "test_calls_of_one_thread_end_as_they_do_with_the_real_one",
#     "test_every_loaf_is_handed_over_in_order",
#     "test_nobody_is_held_up_without_need",
#     "test_two_sellers_get_two_loaves",
#     "test_a_get_waits_as_long_as_it_may",
#     "test_several_on_each_side",
#     "test_a_seller_for_whom_nothing_is_left",
#     "test_a_put_waits_as_long_as_it_may",
#     "test_other_sizes_and_other_loaves",
# ]
# without_finding = "it does all that it should, but nobody has built anything"

import queue


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._queue = queue.Queue(maxsize)

    def put(self, item, block=True, timeout=None):
        self._queue.put(item, block, timeout)

    def get(self, block=True, timeout=None):
        return self._queue.get(block, timeout)
