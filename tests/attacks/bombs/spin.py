# tries = "spins for ever, and swallows whatever would end it"
# exercise = "starting-gun"


def race(names, run, fire):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
