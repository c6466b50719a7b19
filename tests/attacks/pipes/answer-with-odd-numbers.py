# tries = "answers with NaN, infinities, huge and negative numbers where counts and times belong"
# exercise = "which-was-it"
# reach = "engine"


def customer(bell, patience):
    os = reach("os")
    for odd in (b"NaN", b"Infinity", b"-1", b"1e999", b"9" * 5000, b"true", b"null", b'"1"', b"1.5"):
        os.write(4, b'{"number":1,"kind":"progress","executions":' + odd + b',"budget":' + odd + b"}\n")
    os._exit(0)
