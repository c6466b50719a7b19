def customer(bell, patience):
    return "bought"
