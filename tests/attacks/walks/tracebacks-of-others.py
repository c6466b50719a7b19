# tries = "walks the tracebacks of exceptions that the library raises, with_traceback and __context__ included"
# exercise = "which-was-it"

import queue


def customer(bell, patience):
    try:
        queue.Queue().get_nowait()
    except queue.Empty as error:
        step = error.__traceback__
        found = []
        while step is not None:
            found.append(sorted(step.tb_frame.f_globals))
            step = step.tb_next
        raise ValueError(f"{found} {error.__context__} {error.with_traceback(None)}") from error
