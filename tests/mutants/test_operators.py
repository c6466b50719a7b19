"""Each operator makes the mistake that its name says, on a program as small as can be."""

import pytest

from tests.mutants.answer import BEGIN, END, Answer
from tests.mutants.generate import changed, normal
from tests.mutants.operators import OPERATORS

PROGRAMS = {
    "drop-statement": (
        "with door:\n    door.notify()\n    n += 1",
        ["with door:\n    n += 1", "with door:\n    door.notify()"],
    ),
    "swap-statements": ("bake()\nbell.set()", ["bell.set()\nbake()"]),
    "merge-loops": (
        "for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()",
        ["for thread in threads:\n    thread.start()\n    thread.join()"],
    ),
    "while-to-if": ("while not shelf:\n    door.wait()", ["if not shelf:\n    door.wait()"]),
    "if-to-while": ("if not shelf:\n    door.wait()", ["while not shelf:\n    door.wait()"]),
    "drop-condition": ("while not shelf:\n    door.wait()", ["door.wait()"]),
    "negate-condition": (
        "if n < 2:\n    door.wait_for(lambda: shelf)\nheard = bell.wait(1)",
        [
            "if n >= 2:\n    door.wait_for(lambda: shelf)\nheard = bell.wait(1)",
            "if n < 2:\n    door.wait_for(lambda: not shelf)\nheard = bell.wait(1)",
            "if n < 2:\n    door.wait_for(lambda: shelf)\nheard = not bell.wait(1)",
        ],
    ),
    "exchange-and-or": ("done = a and b", ["done = a or b"]),
    "drop-operand": ("done = a and b", ["done = a", "done = b"]),
    "exchange-comparison": (
        "full = len(shelf) >= k\nsame = a == b\nlast = n == 1",
        [
            "full = len(shelf) > k\nsame = a == b\nlast = n == 1",
            "full = len(shelf) >= k\nsame = a != b\nlast = n == 1",
            "full = len(shelf) >= k\nsame = a == b\nlast = n != 1",
            "full = len(shelf) >= k\nsame = a == b\nlast = n <= 1",
            "full = len(shelf) >= k\nsame = a == b\nlast = n >= 1",
        ],
    ),
    "reverse-loop": ("for loaf in shelf:\n    sell(loaf)", ["for loaf in reversed(list(shelf)):\n    sell(loaf)"]),
    "skip-first": (
        "for thread in threads:\n    thread.join()",
        ["for thread in list(threads)[1:]:\n    thread.join()"],
    ),
    "drop-with": ("with door:\n    shelf.append(1)", ["shelf.append(1)"]),
    "narrow-with": (
        "with door:\n    a()\n    b()\n    c()",
        ["a()\nwith door:\n    b()\n    c()", "with door:\n    a()\n    b()\nc()"],
    ),
    "widen-with": (
        "a()\nwith door:\n    b()\nc()",
        ["with door:\n    a()\n    b()\nc()", "a()\nwith door:\n    b()\n    c()"],
    ),
    "notify-one": ("door.notify_all()", ["door.notify()"]),
    "notify-all": ("door.notify(2)", ["door.notify_all()"]),
    "exchange-call": (
        "thread.start()\nq.get(timeout=1)",
        ["thread.run()\nq.get(timeout=1)", "thread.start()\nq.get_nowait()"],
    ),
    "exchange-class": ("q = queue.Queue(3)", ["q = queue.LifoQueue(3)"]),
    "ask-instead": ("bell.wait()\nheard = bell.wait(1)", ["bell.wait()\nheard = bell.is_set()"]),
    "peek": (
        "a = shelf.pop(0)\nb = shelf.popleft()",
        ["a = shelf[0]\nb = shelf.popleft()", "a = shelf.pop(0)\nb = shelf[0]"],
    ),
    "repeat-call": ("q.task_done()", ["q.task_done()\nq.task_done()"]),
    "drop-timeout": (
        "bell.wait(timeout=3)\nq.get(True, 3)\n', '.join(names)",
        ["bell.wait()\nq.get(True, 3)\n', '.join(names)", "bell.wait(timeout=3)\nq.get(True)\n', '.join(names)"],
    ),
    "add-timeout": ("thread.join()\n', '.join(names)", ["thread.join(timeout=1)\n', '.join(names)"]),
    "forget-predicate": ("door.wait_for(lambda: shelf, timeout=1)", ["door.wait(timeout=1)"]),
    "drop-argument": (
        "a = Condition(lock)\nThread(target=work, args=(1,), name='a', daemon=True)",
        [
            "a = Condition()\nThread(target=work, args=(1,), name='a', daemon=True)",
            "a = Condition(lock)\nThread(args=(1,), name='a', daemon=True)",
            "a = Condition(lock)\nThread(target=work, args=(1,), name='a')",
        ],
    ),
    "swap-arguments": (
        "move(a, b)\nThread(target=move, args=(a, b))",
        ["move(b, a)\nThread(target=move, args=(a, b))", "move(a, b)\nThread(target=move, args=(b, a))"],
    ),
    "change-constant": (
        "n = 1\nraise ValueError('no')\nThread(name='Mira', daemon=True)",
        [
            "n = 2\nraise ValueError('no')\nThread(name='Mira', daemon=True)",
            "n = 0\nraise ValueError('no')\nThread(name='Mira', daemon=True)",
            "n = 1\nraise ValueError('no')\nThread(name='Mira', daemon=False)",
        ],
    ),
    "change-bound": (
        "full = n >= size\nslots = [None] * size",
        [
            "full = n >= size - 1\nslots = [None] * size",
            "full = n >= size\nslots = [None] * (size + 1)",
            "full = n >= size\nslots = [None] * (size - 1)",
        ],
    ),
    "exchange-arithmetic": ("n += 1\nname = 'a' + b", ["n -= 1\nname = 'a' + b"]),
    "return-none": ("def f():\n    return 1", ["def f():\n    return None"]),
    "drop-finally": ("try:\n    a()\nfinally:\n    b()", ["a()"]),
    "unguard": ("try:\n    a()\nfinally:\n    b()", ["a()\nb()"]),
    "drop-except": ("try:\n    a()\nexcept Empty:\n    b()\nfinally:\n    c()", ["try:\n    a()\nfinally:\n    c()"]),
    "narrow-except": (
        "try:\n    a()\nexcept Exception:\n    b()",
        ["try:\n    a()\nexcept ValueError:\n    b()", "try:\n    a()\nexcept RuntimeError:\n    b()"],
    ),
    "drop-member": (
        "a = {1, 2}\nb = {'x': 1}",
        ["a = {2}\nb = {'x': 1}", "a = {1}\nb = {'x': 1}", "a = {1, 2}\nb = {}"],
    ),
    "add-member": ("a = {1, 2}", ["a = {1, 2, 3}"]),
    "swap-members": ("a = [1, 2, 3]", ["a = [2, 1, 3]", "a = [1, 3, 2]"]),
    "drop-run": ("a = '0x3.1.2x2'", ["a = '1.2x2'", "a = '0x3.2x2'"]),
    "swap-runs": ("a = '0x3.1.2x2'", ["a = '1.0x3.2x2'", "a = '0x3.2x2.1'"]),
}


def results(name: str, program: str) -> list[str]:
    return [text for text, _ in changed(Answer(f"{BEGIN}\n{program}\n{END}"), name)]


@pytest.mark.parametrize("name", OPERATORS)
def test_an_operator_makes_its_mistake_wherever_it_can(name: str) -> None:
    program, wanted = PROGRAMS[name]
    assert sorted(results(name, program)) == sorted(map(normal, wanted))


@pytest.mark.parametrize("name", OPERATORS)
def test_an_operator_says_what_it_does(name: str) -> None:
    assert OPERATORS[name].__doc__


def test_only_what_the_learner_writes_is_changed() -> None:
    program = f"def f(bell):\n    bell.clear()\n    {BEGIN}\n    bell.set()\n    {END}\n    bell.wait()"
    (made,) = [text for text, _ in changed(Answer(program), "drop-statement")]
    assert "set" not in made
    assert "clear" in made
    assert "wait" in made


def test_what_can_only_be_a_name_error_is_not_made() -> None:
    assert results("drop-statement", "def f():\n    bell = Event()\n    return bell") == []
    assert results("swap-statements", "def f():\n    bell = Event()\n    bell.set()") == []


def test_a_second_assignment_is_dropped() -> None:
    (made,) = results("drop-statement", "def f():\n    done = False\n    while not done:\n        done = True")
    assert made == normal("def f():\n    done = False\n    while not done:\n        pass")
