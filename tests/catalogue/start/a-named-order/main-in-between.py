# kind = "right"
# variant = "lets the main thread end later, and Mira begin before Jonas is started"
# loses = []

turn_by_turn = "0.1.0.2.1.0.1.2x2"
jonas_around = "0x2.2.1x2.0.1.2x2"
