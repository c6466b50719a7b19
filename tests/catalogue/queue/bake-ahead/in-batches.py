# kind = "wrong"
# mistake = "one thread bakes k loaves, then sells them"
# loses = ["test_mira_does_bake_ahead"]
# without_finding = "all is sold, in order; only later than it could be"

def bake_ahead(orders, k, bake, sell):
    for first in range(0, len(orders), k):
        loaves = [bake(order) for order in orders[first : first + k]]
        for loaf in loaves:
            sell(loaf)
