# === rendezvous-order: 4 points ===
def morning(**takes):
    done = []

    def job(name):
        def work():
            time.sleep(takes.get(name, 0))
            done.append((name, threading.current_thread()))

        return work

    returns(open_shop, job("write"), job("fill"), job("wash"), job("hang"))
    return list(done)


for takes in [{}] * 20 + [{"write": 0.1}, {"wash": 0.1}]:
    done = [name for name, thread in morning(**takes)]
    assert sorted(done) == ["fill", "hang", "wash", "write"], "each job is done once"
    assert set(done[:2]) == {"write", "wash"}, "a second job came too early"

# === rendezvous-threads: 2 points ===
thread_of = dict(morning(fill=0.05, hang=0.05))
assert thread_of["write"] is thread_of["fill"]
assert thread_of["wash"] is thread_of["hang"]
assert thread_of["write"] is not thread_of["wash"]

# === rendezvous-together: 2 points ===
began = time.monotonic()
morning(write=0.1, wash=0.1, fill=0.1, hang=0.1)
assert time.monotonic() - began < 0.35, "the jobs are not done side by side"
for slow, fast in (("write", "wash"), ("wash", "write"), ("fill", "hang"), ("hang", "fill")):
    done = [name for name, thread in morning(**{slow: 0.1})]
    assert done.index(fast) < done.index(slow), f"{fast} has to wait for {slow}"
