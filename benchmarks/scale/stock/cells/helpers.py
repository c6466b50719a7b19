import threading
import time


def returns(function, *arguments, seconds=2):
    """Call the function in a thread; return its result, and fail if there is none after so many seconds."""
    box = {}

    def call():
        try:
            box["result"] = function(*arguments)
        except BaseException as error:
            box["error"] = error

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(timeout=seconds)
    assert not thread.is_alive(), f"{function.__name__} has not returned after {seconds} seconds"
    if "error" in box:
        raise box["error"]
    return box["result"]
