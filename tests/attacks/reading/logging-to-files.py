# tries = "writes and reads files by the handlers of logging"
# exercise = "which-was-it"

import logging
import logging.handlers


def customer(bell, patience):
    found = []
    for way in (
        lambda: logging.basicConfig(filename="@NOTES@/@NAME@", force=True),
        lambda: logging.FileHandler("@NOTES@/@NAME@").emit(logging.makeLogRecord({"msg": "x"})),
        lambda: logging.handlers.RotatingFileHandler("@NOTES@/@NAME@"),
        lambda: logging.handlers.WatchedFileHandler("@HOME@/secret.txt", mode="r").stream.read(),
        lambda: logging.handlers.TimedRotatingFileHandler("@NOTES@/@NAME@"),
        lambda: logging.StreamHandler(logging.os),
        lambda: logging.os.listdir("@HOME@"),
        lambda: logging.io.open("@HOME@/secret.txt").read(),
    ):
        try:
            found.append(str(way()))
        except Exception as error:
            found.append(str(error))
    logging.error("x")
    raise ValueError(" ".join(found))
