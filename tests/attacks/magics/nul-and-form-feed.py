# tries = "hides text behind form feeds, a byte order mark and other spaces that Python and people see differently"
# exercise = "which-was-it"

﻿import threading
def customer(bell, patience):
    return "bought"  # ‮⁦ эта строка ⁩⁦
