# tries = "finds functions in modules that only compute which open files all the same"
# exercise = "which-was-it"

import base64
import csv
import hashlib
import json
import random
import re
import statistics


def customer(bell, patience):
    found = []
    for way in (
        lambda: base64.main(),
        lambda: json.detect_encoding.__globals__["codecs"].open("@HOME@/secret.txt").read(),
        lambda: json.codecs.open("@HOME@/secret.txt").read(),
        lambda: csv.io.open("@HOME@/secret.txt").read(),
        lambda: csv.StringIO.__mro__[1].__subclasses__(),
        lambda: random._urandom(4),
        lambda: random._os.listdir("@HOME@"),
        lambda: statistics.sys.modules["io"].open("@HOME@/secret.txt").read(),
        lambda: hashlib.file_digest(open("@HOME@/secret.txt", "rb"), "md5"),
        lambda: re.enum.sys.modules["os"].listdir("@HOME@"),
    ):
        try:
            found.append(str(way())[:300])
        except BaseException as error:
            found.append(str(error)[:300])
    raise ValueError(" ".join(found))
