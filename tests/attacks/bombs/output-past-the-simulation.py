# tries = "writes without end to the real standard error of its process"
# exercise = "which-was-it"
# reach = "dataclasses"


def customer(bell, patience):
    os = reach("os")
    while patience == 0:
        os.write(2, b"@NAME@ " * 10000)
