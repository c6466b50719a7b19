# Two postmen read the same address
# repaired: item doubled
# should print: delivered A, delivered B or delivered B, delivered A
import threading


def deliver():
    with office:
        parcel = parcels.pop()
    print("delivered", parcel)


office = threading.Lock()
parcels = ["A", "B"]
postmen = [threading.Thread(name=name, target=deliver) for name in ("Ann", "Ben")]
for postman in postmen:
    postman.start()
for postman in postmen:
    postman.join()
