# A clerk who faints at a misprint
# finding: error
import threading


def add_up(prices):
    print(sum(int(price) for price in prices))


clerk = threading.Thread(name="clerk", target=add_up, args=[["3", "4", "five"]])
clerk.start()
clerk.join()
print("the bill is written")
