def race(names, run, fire):
    pass
