# === first-signal-sells: 3 points ===
def open_the_shop(baking, loaves):
    shelf, sold, problems, bell = [], [], [], threading.Event()

    def bake():
        time.sleep(baking)
        return list(loaves)

    seller = threading.Thread(target=wait_and_sell, args=(shelf, bell, sold.append, problems), daemon=True)
    baker = threading.Thread(target=bake_and_ring, args=(bake, shelf, bell, problems), daemon=True)
    seller.start()
    baker.start()
    baker.join(timeout=2)
    seller.join(timeout=2)
    assert not baker.is_alive(), "the baker does not come to an end"
    assert not seller.is_alive(), "the seller does not come to an end"
    return sold, problems


for attempt in range(20):
    assert open_the_shop(0, ["rye", "wheat"]) == (["rye", "wheat"], [])
assert open_the_shop(0.2, ["rye", "wheat", "spelt"]) == (["rye", "wheat", "spelt"], [])
assert open_the_shop(0, []) == ([], [])

# === first-signal-cold-oven: 2 points ===
cold = OSError("the oven is cold")


def cold_oven():
    raise cold


shelf, sold, problems, bell = [], [], [], threading.Event()
seller = threading.Thread(target=wait_and_sell, args=(shelf, bell, sold.append, problems), daemon=True)
baker = threading.Thread(target=bake_and_ring, args=(cold_oven, shelf, bell, problems), daemon=True)
seller.start()
baker.start()
baker.join(timeout=2)
seller.join(timeout=2)
assert not baker.is_alive() and not seller.is_alive(), "somebody is left waiting"
assert problems == [cold]
assert sold == []

# === first-signal-burnt-loaf: 1 points ===
burnt = ValueError("burnt")
sold, problems, bell = [], [], threading.Event()


def sell(loaf):
    if loaf == "wheat":
        raise burnt
    sold.append(loaf)


bell.set()
returns(wait_and_sell, ["rye", "wheat", "spelt"], bell, sell, problems)
assert problems == [burnt]
assert sold == ["rye"]
