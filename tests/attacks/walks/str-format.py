# tries = "walks attributes by str.format, format_map, string.Formatter and the style of logging"
# exercise = "which-was-it"

import logging
import string

PATH = "__globals__[__builtins__][__import__].__self__.program.modules"


def by_format():
    return ("{0." + PATH + "}").format(customer)


def by_format_map():
    return ("{f." + PATH + "}").format_map({"f": customer})


def by_formatter():
    return string.Formatter().vformat("{0." + PATH + "}", (customer,), {})


def by_field():
    return string.Formatter().get_field("0." + PATH, (customer,), {})


def by_logging():
    record = logging.LogRecord("x", 10, "", 1, "", (), None)
    record.f = customer
    return logging.Formatter("{f." + PATH + "}", style="{").format(record)


def customer(bell, patience):
    found = []
    for way in (by_format, by_format_map, by_formatter, by_field, by_logging):
        try:
            found.append(way())
        except Exception as error:
            found.append(error)
    raise ValueError(str(found)[:3000])
