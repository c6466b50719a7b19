import threading

sold = 0


def sell():
    global sold
    sold += 1
    sold += 1


jonas = threading.Thread(target=sell, name="Jonas")
ines = threading.Thread(target=sell, name="Ines")
jonas.start()
ines.start()
jonas.join()
ines.join()
print("sold:", sold)
