# tries = "hands in a link to a classmate's folder"
# exercise = "which-was-it"
# hands_in = true

import shutil


def hand_in(folder, notebook):
    shutil.rmtree(folder)
    folder.symlink_to("@COURSE@/submitted/aa-right/event")
