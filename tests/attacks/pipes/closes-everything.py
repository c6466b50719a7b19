# tries = "closes every file descriptor of its process"
# exercise = "which-was-it"
# reach = "typing"


def customer(bell, patience):
    reach("os").closerange(0, 64)
