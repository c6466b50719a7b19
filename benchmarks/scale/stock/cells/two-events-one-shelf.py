# === two-events-one-shelf-order: 6 points ===
def one_place(loaves, **takes):
    shelf, seen = [None], []

    def put(loaf):
        time.sleep(takes.get("put", 0))
        seen.append(("put", loaf))
        shelf[0] = loaf

    def take():
        time.sleep(takes.get("take", 0))
        seen.append(("take", shelf[0]))
        return shelf[0]

    def sell(loaf):
        time.sleep(takes.get("sell", 0))
        seen.append(("sell", loaf))

    returns(hand_over, loaves, put, take, sell)
    return list(seen)


def calls(seen, name):
    return [loaf for call, loaf in seen if call == name]


for loaves in [["rye", "wheat", "spelt"]] * 20 + [[], ["rye", "rye"], ["", 0, None]]:
    seen = one_place(loaves)
    assert calls(seen, "put") == calls(seen, "take") == calls(seen, "sell") == loaves
for slow in ("put", "take", "sell"):
    seen = one_place(["rye", "wheat", "spelt"], **{slow: 0.05})
    assert calls(seen, "put") == calls(seen, "take") == calls(seen, "sell") == ["rye", "wheat", "spelt"]

# === two-events-one-shelf-together: 3 points ===
seen = one_place(["rye", "wheat"], sell=0.1)
assert seen.index(("put", "wheat")) < seen.index(("sell", "rye")), "the shelf is not free while a loaf is sold"
