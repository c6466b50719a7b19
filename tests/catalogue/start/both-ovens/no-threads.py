# kind = "wrong"
# mistake = "calls one function after the other"
# loses = [
#     "test_nobody_is_left_behind",
#     "test_both_work_at_the_same_time",
# ]
# without_finding = "what is missing is only that the other one is called"

def bake_both(rye, cake):
    return [rye(), cake()]
