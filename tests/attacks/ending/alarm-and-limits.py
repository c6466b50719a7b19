# tries = "switches off the limits of its process: timers, signals, resource limits"
# exercise = "starting-gun"
# reach = "getattribute"


def race(names, run, fire):
    signal, resource = reach("signal"), reach("resource")
    signal.signal(signal.SIGPROF, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    while names == ["Ada", "Bo"]:
        pass
