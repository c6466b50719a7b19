# The price is changed while it is read
# repaired: data race
# should print: 4
import threading


def raise_price():
    global price
    price = 4


price = 3
baker = threading.Thread(name="baker", target=raise_price)
baker.start()
baker.join()
print(price)
