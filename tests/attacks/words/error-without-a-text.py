# tries = "raises an exception whose text raises, never comes, or is no text at all"
# exercise = "which-was-it"


class Silent(Exception):
    def __str__(self):
        if len(self.args) == 1:
            raise Silent(1, 2)
        return 5

    __repr__ = __str__


def customer(bell, patience):
    raise Silent(1)
