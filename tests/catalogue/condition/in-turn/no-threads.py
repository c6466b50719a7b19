# kind = "wrong"
# mistake = "one after the other, in the main thread"
# loses = ["test_each_in_a_thread"]
# without_finding = "each execution by itself is right"

def take_turns(names, rounds, watch):
    for _ in range(rounds):
        for name in names:
            watch(name)
