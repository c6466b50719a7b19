# A letter that nobody announces
# finding: forgotten notify
import threading


def read_letter():
    with hall:
        while not letters:
            hall.wait()
        print(letters.pop())


def deliver():
    with hall:
        letters.append("greetings")


hall = threading.Condition()
letters = []
reader = threading.Thread(name="reader", target=read_letter)
reader.start()
deliver()
reader.join()
