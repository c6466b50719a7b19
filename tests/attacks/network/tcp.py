# tries = "connects to a port of the host"
# exercise = "which-was-it"
# reach = "typing"


def customer(bell, patience):
    socket = reach("socket")
    with socket.create_connection(("127.0.0.1", int("@PORT@")), timeout=2) as line:
        line.sendall(b"@NAME@ was here")
