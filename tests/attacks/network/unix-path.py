# tries = "connects to a Unix socket that has a path"
# exercise = "which-was-it"
# reach = "attrgetter"


def customer(bell, patience):
    socket = reach("socket")
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("@SOCKET@")
        line.sendall(b"@NAME@ was here")
