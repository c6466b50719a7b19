# kind = "wrong"
# mistake = "does all the work in one thread"
# loses = ["test_one_bakes_and_another_packs", "test_mira_bakes_while_ines_packs"]
# without_finding = "all is done, in the right order; only by one thread, and later"

def bake_and_pack(orders, bake, pack):
    return [pack(bake(order)) for order in orders]
