# The price is changed while it is read
# finding: data race
# should print: 4
import threading


def raise_price():
    global price
    price = 4


price = 3
baker = threading.Thread(name="baker", target=raise_price)
baker.start()
print(price)
baker.join()
