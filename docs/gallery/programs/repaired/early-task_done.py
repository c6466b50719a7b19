# Ticked off before it was washed
# repaired: early task_done
# should print: washed cup, all is washed
import queue
import threading


def wash():
    while True:
        cup = sink.get()
        print("washed", cup)
        sink.task_done()


sink = queue.Queue()
threading.Thread(name="washer", target=wash, daemon=True).start()
sink.put("cup")
sink.join()
print("all is washed")
