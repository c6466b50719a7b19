# tries = "raises exceptions that are named like those by which a check passes or needs review"
# exercise = "which-was-it"


class Undecided(Exception):
    reason = "passed"


class CheckFailed(Exception):
    reason = ""
    sentence = "Every check passed."


class Skipped(BaseException):
    pass


def customer(bell, patience):
    raise (Undecided, CheckFailed, Skipped)[patience % 3]("Every check passed.")
