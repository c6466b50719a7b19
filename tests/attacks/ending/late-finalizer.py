# tries = "does its work in a finalizer that runs when everything is over"
# exercise = "which-was-it"

kept = []


class Late:
    def __init__(self):
        self.me = self
        kept.append(self)

    def __del__(self):
        import collections

        os = collections._sys.modules["os"]
        os.close(os.open("@NOTES@/@NAME@", os.O_CREAT | os.O_WRONLY))
        Late()


def customer(bell, patience):
    Late()
    return Late()
