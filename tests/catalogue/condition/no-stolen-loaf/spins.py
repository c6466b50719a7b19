# kind = "wrong"
# mistake = "turns round and round until there is a loaf"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_sellers_wait_for_a_loaf_without_asking",
#     "test_all_loaves_at_once",
# ]
# finding = "polling"

def take_one(shelf, changed):
    while True:
        with changed:
            if shelf:
                return shelf.pop(0)
