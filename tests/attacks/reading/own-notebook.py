# tries = "reads its own notebook, and those of the others, in every folder of the course"
# exercise = "which-was-it"
# reach = "variables"


def customer(bell, patience):
    os = reach("os")
    found = []
    for folder, _, names in os.walk("@COURSE@"):
        for name in names:
            if name.endswith(".ipynb"):
                file = os.open(folder + "/" + name, os.O_RDONLY)
                text = os.read(file, 1 << 20)
                os.close(file)
                at = text.find(b"canary")
                found.append(f"{name}: {text[at:at + 60] if at >= 0 else ''}")
    raise ValueError("; ".join(sorted(set(found))))
