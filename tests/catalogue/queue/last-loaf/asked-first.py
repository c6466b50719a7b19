# kind = "right"
# variant = "Ines looks first, then Jonas looks, then Ines takes the loaf"
# loses = []

waiting = set(range(2))
jonas_waits = "0x4.2.1.2x3.1"
