# kind = "wrong"
# mistake = "begins a new wait after each timeout, for ever"
# loses = ["test_the_time_is_up", "test_no_patience_at_all"]
# finding = "polling"

def customer(bell, patience):
    while not bell.wait(timeout=patience):
        pass
    return "bought"
