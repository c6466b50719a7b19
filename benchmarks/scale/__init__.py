"""How grading scales, beside stock nbgrader: ``python -m benchmarks.scale``, or ``make scale``.

A class is generated (`classes`, `disguise`), laid out in course folders of its own (`rooms`, `stock`), graded by the
plain command ``nbgrader autograde`` (`runs`) while somebody looks on from outside (`watching`), and what came of it is
read from the gradebooks and compared with what is true (`marks`).  Nothing here knows how the grading is done: it is
the command that an instructor types.  See docs/benchmarks.md.
"""
