# kind = "right"
# variant = "a shorter token, after which each thread runs as long as it can"
# loses = []

waiting = {1, 0}
jonas_waits = "0x4.1.2"
