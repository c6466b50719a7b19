# A broken cup is never ticked off
# finding: missing task_done
import queue
import threading


def wash():
    while True:
        cup = sink.get()
        if cup == "broken":
            continue
        print("washed", cup)
        sink.task_done()


sink = queue.Queue()
threading.Thread(name="washer", target=wash, daemon=True).start()
for cup in ("blue", "broken"):
    sink.put(cup)
sink.join()
print("all is washed")
