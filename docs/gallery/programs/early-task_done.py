# Ticked off before it was washed
# finding: early task_done
# wrong: wrong order
# should print: washed cup, all is washed
import queue
import threading


def wash():
    while True:
        cup = sink.get()
        sink.task_done()
        print("washed", cup)


sink = queue.Queue()
threading.Thread(name="washer", target=wash, daemon=True).start()
sink.put("cup")
sink.join()
print("all is washed")
