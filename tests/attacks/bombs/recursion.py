# tries = "recurses without end, in Python, by way of __getattr__, __repr__, __eq__ and sorted"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return f"{self!r}"

    def __eq__(self, other):
        return other == self

    def __lt__(self, other):
        return sorted([self, other])

    __hash__ = None


def bomb():
    one, two = Endless(), Endless()
    for attempt in (lambda: one.x, lambda: repr(one), lambda: one == two, lambda: sorted([one, two])):
        try:
            attempt()
        except RecursionError:
            pass
    bomb()


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
