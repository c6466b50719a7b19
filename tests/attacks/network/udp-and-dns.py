# tries = "sends datagrams to the host, and asks for the address of a name"
# exercise = "which-was-it"
# reach = "variables"


def customer(bell, patience):
    socket = reach("socket")
    try:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"@NAME@ was here", ("127.0.0.1", int("@PORT@")))
    finally:
        socket.getaddrinfo("localhost", 80)
