def customer(bell, patience):
    bell.set()
    return "bought"
