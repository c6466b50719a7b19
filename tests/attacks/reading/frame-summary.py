# tries = "has lines of files quoted by traceback.FrameSummary, format_list and warnings.formatwarning"
# exercise = "which-was-it"

import traceback
import warnings


def customer(bell, patience):
    path = "@HOME@/secret.txt"
    found = []
    for way in (
        lambda: traceback.FrameSummary(path, 1, "x").line,
        lambda: traceback.format_list([(path, 1, "x", None)]),
        lambda: traceback.StackSummary.from_list([(path, 1, "x", None)]).format(),
        lambda: warnings.formatwarning("x", UserWarning, path, 1),
        lambda: traceback.linecache.getlines(path),
        lambda: warnings.showwarning("x", UserWarning, path, 1),
        lambda: warnings.warn_explicit("x", UserWarning, path, 1),
    ):
        try:
            found.append(str(way()))
        except Exception as error:
            found.append(str(error))
    raise ValueError(" ".join(found))
