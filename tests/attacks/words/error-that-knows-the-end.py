# tries = "raises groups of exceptions, causes in a circle, notes of megabytes and a text that changes"
# exercise = "which-was-it"


class Changing(Exception):
    def __str__(self):
        Changing.times = getattr(Changing, "times", 0) + 1
        return f"asked {Changing.times} times"


def customer(bell, patience):
    error = ExceptionGroup("many", [Changing(), ExceptionGroup("more", [ValueError("x" * 10**6)])])
    for _ in range(50):
        error.add_note("n" * 10**5)
    other = ValueError()
    other.__cause__, error.__cause__ = error, other
    raise error
