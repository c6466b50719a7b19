# tries = "has a named pipe and a socket beside the notebook"
# exercise = "which-was-it"
# holds = ["which-was-it"]
# hands_in = true

import os
import socket


def hand_in(folder, notebook):
    os.mkfifo(folder / "data.csv")
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as line:
        line.bind("s")
    os.chdir(here)
