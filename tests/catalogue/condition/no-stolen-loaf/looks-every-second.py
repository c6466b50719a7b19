# kind = "wrong"
# mistake = "looks at the shelf once a second"
# loses = ["test_sellers_wait_for_a_loaf_without_asking"]
# finding = "polling"

import time


def take_one(shelf, changed):
    while True:
        with changed:
            if shelf:
                return shelf.pop(0)
        time.sleep(1)
