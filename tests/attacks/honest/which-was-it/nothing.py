def customer(bell, patience):
    pass
