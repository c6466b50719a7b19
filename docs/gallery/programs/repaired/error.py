# A clerk who faints at a misprint
# repaired: error
import threading


def add_up(prices):
    try:
        print(sum(int(price) for price in prices))
    except ValueError as problem:
        problems.append(problem)


problems = []
clerk = threading.Thread(name="clerk", target=add_up, args=[["3", "4", "five"]])
clerk.start()
clerk.join()
print("ask the customer" if problems else "the bill is written")
