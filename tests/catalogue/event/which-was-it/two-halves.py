# kind = "wrong"
# mistake = "waits twice for half of the time: a short ring in between is missed"
# loses = ["test_a_short_ring_is_heard"]
# without_finding = "the bell rings between two waits of which each is right"

def customer(bell, patience):
    if bell.wait(patience / 2) or bell.wait(patience / 2):
        return "bought"
    return "gave up"
