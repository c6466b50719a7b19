# tries = "leaves files in the home folder, the course, the temporary folders and the package that grades"
# exercise = "which-was-it"
# reach = "collections"


def customer(bell, patience):
    os, tempfile = reach("os"), reach("tempfile")
    folders = ["@HOME@", "@NOTES@", "@COURSE@", "@COURSE@/source/event", "@COURSE@/release/event", "/tmp", "/var/tmp", "/dev/shm", os.getcwd(), tempfile.gettempdir()]
    for folder in folders:
        for name in ("@NAME@-@TOKEN@",):
            try:
                os.mkdir(folder + "/" + name)
            except OSError:
                pass
