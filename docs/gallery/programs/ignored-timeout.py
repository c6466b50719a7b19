# Ten minutes for an egg, whatever the clock says
# finding: ignored timeout
import threading
import time


def cook():
    time.sleep(900)
    pot.append("egg")
    done.set()


pot = []
done = threading.Event()
threading.Thread(name="cook", target=cook).start()
done.wait(timeout=600)
print("we eat", pot.pop())
