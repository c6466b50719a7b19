# tries = "connects to a Unix socket that has no path"
# exercise = "which-was-it"
# reach = "spelled"


def customer(bell, patience):
    socket = reach("socket")
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("\0@ABSTRACT@")
        line.sendall(b"@NAME@ was here")
