# tries = "unpacks texts of gigabytes from a few bytes, and counts in decimals and fractions without end"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import decimal
import fractions
import zlib


def bomb():
    packed = zlib.compress(b"0" * 10**7)
    for _ in range(5):
        try:
            zlib.decompress(zlib.compress(zlib.decompress(packed) * 100))
        except MemoryError:
            pass
    decimal.getcontext().prec = decimal.MAX_PREC
    try:
        decimal.Decimal(1) / 3
    except MemoryError:
        pass
    value = fractions.Fraction(1, 3)
    while True:
        value = value * value + 1


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
