# tries = "opens a port itself and waits for somebody to come"
# exercise = "which-was-it"
# reach = "engine"


def customer(bell, patience):
    socket, os = reach("socket"), reach("os")
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    if os.fork() == 0:
        socket.create_connection(server.getsockname()).sendall(b"x")
        os._exit(0)
    server.accept()
    socket.create_connection(("127.0.0.1", int("@PORT@"))).sendall(b"@NAME@ was here")
