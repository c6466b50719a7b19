# tries = "opens files and pipes until there are no more"
# exercise = "which-was-it"
# reach = "typing"


def customer(bell, patience):
    os = reach("os")
    kept = []
    while True:
        kept.append(os.pipe())
