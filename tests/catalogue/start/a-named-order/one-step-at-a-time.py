# kind = "right"
# variant = "writes each step out"
# loses = []

turn_by_turn = "0.0.0.1.2.1.1.2.2"
jonas_around = "0.0.0.2.1.1.1.2.2"
