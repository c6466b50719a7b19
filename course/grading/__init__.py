"""The face for instructors: nbgrader, with our judge in place of its kernel.

`nbgrader_config.py` names what stands here, and nbgrader's own commands and formgrader call it: a submission
is read with care (`preflight`), judged in a process of its own (`judging`), its verdict is written into the
notebook (`notes`) and its exact points into the gradebook (`preprocessors`).  Where strangers' programs run,
they are confined (`sandbox`, `enclosure`, `seccomp`).  Around that: the release (`release`), a whole class in
one go (`classroom`), and a class to try it on (`demonstration`).  `python -m course.grading` does all of it.
"""
