# kind = "right"
# variant = "a subclass of Thread"
# loses = []

from threading import Event, Thread


class Runner(Thread):
    def __init__(self, name, run_race, gun):
        super().__init__(name=name)
        self.run_race = run_race
        self.gun = gun

    def run(self):
        self.gun.wait()
        self.run_race(self.name)


def race(names, run, fire):
    gun = Event()
    runners = [Runner(name, run, gun) for name in names]
    for runner in runners:
        runner.start()
    fire()
    gun.set()
    for runner in runners:
        runner.join()
