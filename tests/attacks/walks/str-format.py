# tries = "walks attributes by str.format, format_map, string.Formatter and the style of logging"
# exercise = "which-was-it"

import logging
import string


def customer(bell, patience):
    found = "{0.__init__.__globals__}".format(bell)
    found += "{bell.__class__.wait.__globals__[_time]}".format_map({"bell": bell})
    found += string.Formatter().vformat("{0.__globals__[__builtins__][__import__].__self__.program.modules}", (customer,), {})
    record = logging.LogRecord("x", 10, "", 1, "", (), None)
    record.bell = bell
    found += logging.Formatter("{bell.__class__.__mro__}", style="{").format(record)
    raise ValueError(found[:3000])
