# tries = "defines the functions that the explorer puts before each look at shared data, so that it sees none"
# exercise = "which-was-it"
# honest = "bought"


def simulation_call(*args):
    return "bought"


def simulation_call_method(*args):
    return True


def simulation_getattr(*args):
    return None


def simulation_turn(*args):
    return False


def customer(bell, patience):
    while not bell.is_set():
        pass
    return "bought"
