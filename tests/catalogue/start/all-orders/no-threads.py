# kind = "wrong"
# mistake = "bakes in the main thread"
# loses = [
#     "test_ovens_work_side_by_side",
#     "test_three_ovens_at_once",
# ]
# without_finding = "no execution shows what is possible in none"

def bake_all(bake, orders):
    return [bake(order) for order in orders]
