# tries = "raises an exception with terminal escapes, rich's markup and hyperlinks, for the class table in a terminal"
# exercise = "which-was-it"


def customer(bell, patience):
    raise ValueError("\x1b[2J\x1b[31m\x1b]8;;http://injected\x07x\x1b]8;;\x07 [bold green]6/6[/] [link=http://injected]y[/link] \x9b31m \x07\x08\r")
