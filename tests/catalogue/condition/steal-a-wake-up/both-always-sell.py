# kind = "wrong"
# mistake = "thinks that both always sell, and has found no theft"
# loses = [
#     "test_a_wakeup_is_stolen",
#     "test_how_many_loaves_are_sold",
# ]
# without_finding = "there is no token to replay"

stolen = None
can_sell = {2}
