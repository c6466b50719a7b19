# kind = "wrong"
# mistake = "ignores what wait() returns"
# loses = [
#     "test_the_time_is_up",
#     "test_no_patience_at_all",
#     "test_no_purchase_without_a_bell",
# ]
# finding = "ignored timeout"

def customer(bell, patience):
    bell.wait(timeout=patience)
    return "bought"
