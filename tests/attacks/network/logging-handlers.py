# tries = "sends records of logging over the network: by sockets, datagrams, HTTP, mail and the system's log"
# exercise = "which-was-it"

import logging
import logging.handlers


def customer(bell, patience):
    port = int("@PORT@")
    record = logging.makeLogRecord({"msg": "@NAME@ was here"})
    for way in (
        lambda: logging.handlers.SocketHandler("127.0.0.1", port),
        lambda: logging.handlers.DatagramHandler("127.0.0.1", port),
        lambda: logging.handlers.SysLogHandler(("127.0.0.1", port)),
        lambda: logging.handlers.SysLogHandler("@SOCKET@"),
        lambda: logging.handlers.HTTPHandler(f"127.0.0.1:{port}", "/@NAME@"),
        lambda: logging.handlers.SMTPHandler(("127.0.0.1", port), "a@b", "c@d", "@NAME@"),
    ):
        try:
            way().emit(record)
        except Exception:
            pass
    raise ValueError("sent")
