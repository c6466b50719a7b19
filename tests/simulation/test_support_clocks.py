"""Time, dates and chance: what can be said of them on every machine is the same in an explored program."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree

PROGRAMS = {
    "time": """
import time
a = time.monotonic(); b = time.perf_counter(); c = time.time()
time.sleep(0); time.sleep(0.001)
print(time.monotonic() > a, time.perf_counter() - b > 0, time.time() - c > 0, isinstance(time.time_ns(), int),
    time.monotonic_ns() > 0, time.strftime("%Y", time.gmtime(0)), time.gmtime(0).tm_year, time.mktime(time.gmtime(0)),
    time.process_time() >= 0, time.perf_counter_ns() > 0)
print(time.asctime(time.gmtime(0)), time.ctime(0), time.localtime(0).tm_hour, time.strptime("2020", "%Y").tm_year,
    time.thread_time() >= 0, time.get_clock_info("monotonic").monotonic, time.tzname[0], time.timezone)
try: time.sleep(-1)
except ValueError as e: print(e)
try: time.sleep("a")
except TypeError as e: print(e)
""",
    "random with a seed": """
import random
random.seed(3); a = random.random(); random.seed(3); print(a == random.random())
r = random.Random(5)
print(r.randint(1, 6), r.choice("abc"), r.shuffle([1, 2]), r.sample(range(10), 2), r.uniform(0, 1), r.random(),
    r.choices([1, 2], k=3), r.gauss(0, 1), r.randrange(5), r.getrandbits(3), r.expovariate(1))
random.seed(1)
print(random.randint(1, 6), random.choice([1, 2]), random.sample([1, 2, 3], 2), random.uniform(1, 2),
    random.randrange(3), random.choices("ab", [1, 2]), random.random(), random.gauss(0, 1)); x = [1, 2,
    3]; random.shuffle(x); print(x, random.betavariate(1, 1), random.triangular(), random.getrandbits(5))
s = random.getstate(); random.setstate(s); print(random.SystemRandom is not None)
""",
    "random without a seed": """
import random
r = random.Random(); s = random.Random(); print(r.random() != s.random(), 0 <= r.random() < 1); random.seed()
print(random.random() < 1)
""",
    "datetime of today": """
from datetime import datetime, timedelta, date, timezone
print(datetime(2020, 1, 2) + timedelta(days=1), timedelta(seconds=90), date(2020, 1, 1).isoformat(), (datetime(2020,
    1, 2) - datetime(2020, 1, 1)).total_seconds())
print(isinstance(datetime.now(), datetime), datetime.now() <= datetime.now(), type(date.today()).__name__,
    datetime.now(timezone.utc).tzinfo, datetime.now().strftime("%H:%M:%S") != "",
    datetime.utcfromtimestamp is not None)
""",
    "datetime of any day": """
from datetime import datetime, timedelta, timezone, date, time
d = datetime(2024, 2, 29, 12, 30)
print(d, repr(d), d.isoformat(), d.strftime("%d.%m.%Y %H:%M"), d.replace(day=1), d.date(), d.time(), d.weekday(),
    d.timestamp(), datetime.fromisoformat("2024-01-01T10:00:00+02:00"), datetime.strptime("2020-01-02", "%Y-%m-%d"),
    datetime.fromtimestamp(0, timezone.utc), d < datetime.max, d - timedelta(hours=1), sorted([d,
    d - timedelta(1)])[0], {d: 1}[d], timedelta(minutes=5) / 2, time(1, 2), date(2020, 1, 1) + timedelta(1),
    str(timedelta(days=1, seconds=5)), datetime.strptime("2020 +0100", "%Y %z"))
print(isinstance(datetime.now(), datetime), type(datetime.now() - datetime.now()).__name__,
    datetime.now() - datetime.now() <= timedelta(0), isinstance(d, date), type(d).__module__)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_python_does(claim: str) -> None:
    agree(PROGRAMS[claim])
