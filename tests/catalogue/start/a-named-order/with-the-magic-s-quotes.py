# kind = "right"
# variant = "copies the token with blanks around it"
# loses = []

turn_by_turn = " 0x3.1.2.1x2.2x2 "
jonas_around = "0x3.2.1x3.2x2\n"
