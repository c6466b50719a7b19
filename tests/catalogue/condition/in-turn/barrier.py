# kind = "right"
# variant = "all meet before and after each turn"
# loses = []

import threading


def take_turns(names, rounds, watch):
    meeting = threading.Barrier(len(names))

    def take_part(index):
        for turn in range(rounds * len(names)):
            if turn % len(names) == index:
                watch(names[index])
            meeting.wait()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
