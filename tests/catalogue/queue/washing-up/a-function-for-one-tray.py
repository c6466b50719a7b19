# kind = "right"
# variant = "a function of its own says what went wrong, and the loop never ends by itself"
# loses = []

def outcome(wash, tray):
    try:
        wash(tray)
    except Exception as problem:
        return [problem]
    return []


def help_out(sink, wash, problems):
    for tray in iter(sink.get, object()):
        problems += outcome(wash, tray)
        sink.task_done()
