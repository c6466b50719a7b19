# tries = "ends its process inside a function, with the status of success"
# exercise = "which-was-it"
# reach = "variables"


def customer(bell, patience):
    reach("os")._exit(0)
