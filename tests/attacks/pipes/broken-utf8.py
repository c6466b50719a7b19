# tries = "answers with bytes that are no text, half characters and the number zero in the middle"
# exercise = "which-was-it"
# reach = "typing"


def customer(bell, patience):
    os = reach("os")
    os.write(4, b'{"number":1,"kind":"found","text":"\xff\xfe\x00\xed\xa0\x80"}\n\x00\x00\n\n')
    os._exit(0)
