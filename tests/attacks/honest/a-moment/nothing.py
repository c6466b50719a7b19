can_sell = set()
forever = "-"
only_jonas = "-"
