# tries = "takes all memory: one huge text, and many small ones"
# exercise = "starting-gun"


def race(names, run, fire):
    kept = ["a" * 10**9]
    while True:
        kept.append(bytearray(10**7))
