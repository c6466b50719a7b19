# kind = "wrong"
# mistake = "thinks that it cannot get stuck"
# loses = [
#     "test_a_notify_wakes_the_wrong_one",
#     "test_who_waits_whenever_all_is_stuck",
# ]
# without_finding = "there is no token to replay"

stuck = None
always_waits = None
