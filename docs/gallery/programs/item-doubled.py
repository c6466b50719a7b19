# Two postmen read the same address
# finding: item doubled
# should print: delivered A, delivered B or delivered B, delivered A
import threading


def deliver():
    with office:
        parcel = parcels[-1]
    print("delivered", parcel)
    with office:
        parcels.pop()


office = threading.Lock()
parcels = ["A", "B"]
postmen = [threading.Thread(name=name, target=deliver) for name in ("Ann", "Ben")]
for postman in postmen:
    postman.start()
for postman in postmen:
    postman.join()
