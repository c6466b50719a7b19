# kind = "wrong"
# mistake = "waits without a timeout"
# loses = ["test_the_time_is_up", "test_no_patience_at_all"]
# finding = "deadlock"

def customer(bell, patience):
    bell.wait()
    return "bought"
