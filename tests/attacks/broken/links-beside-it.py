# tries = "has links beside the notebook: to the hidden checks, the home folder, the gradebook, and to itself"
# exercise = "which-was-it"
# hands_in = true


def hand_in(folder, notebook):
    (folder / "checks.py").symlink_to("@COURSE@/source/event/hidden/test_event.py")
    (folder / "home").symlink_to("@HOME@")
    (folder / "base.db").symlink_to("@COURSE@/gradebook.db")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere").symlink_to("/nowhere")
    (folder / "up").symlink_to("../../../source")
