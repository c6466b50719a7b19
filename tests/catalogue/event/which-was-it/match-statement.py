# kind = "right"
# variant = "a match statement over what wait() returns"
# loses = []

def customer(bell, patience):
    match bell.wait(patience):
        case True:
            return "bought"
        case False:
            return "gave up"
