def customer(bell, patience):
    if patience == 0:
        return None
    return "bought" if bell.wait(patience) else "gave up"
