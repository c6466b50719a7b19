def race(names, run, fire):
    fire()
    for name in names:
        run(name)
