# tries = "answers with data that is nested a million deep"
# exercise = "which-was-it"
# reach = "spelled"


def customer(bell, patience):
    os = reach("os")
    line = b'{"number":1,"kind":"found","exploration":{"outcomes":[{"result":' + b"[" * 1000000 + b"]" * 1000000 + b"}]}}\n"
    while line:
        line = line[os.write(4, line):]
    os._exit(0)
