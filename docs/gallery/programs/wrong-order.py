# The guests sit down before the table is laid
# finding: wrong order
# should print: the table is laid, the guests sit down
import threading


def lay_the_table():
    print("the table is laid")


host = threading.Thread(name="host", target=lay_the_table)
host.start()
print("the guests sit down")
host.join()
