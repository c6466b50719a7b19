# kind = "wrong"
# mistake = "one thread does it all"
# loses = ["test_the_shelf_is_free_once_the_loaf_is_taken", "test_selling_and_putting_side_by_side"]
# without_finding = "no execution shows what is possible in none"

def hand_over(loaves, put, take, sell):
    for loaf in loaves:
        put(loaf)
        sell(take())
