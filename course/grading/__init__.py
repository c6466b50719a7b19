"""The face for instructors: nbgrader, with our judges in place of its kernel.

`nbgrader_config.py` names what stands here, and nbgrader's own commands and formgrader call it (`autograde`): a
submission is read with care (`submissions`), judged by processes of their own, on all cores or on a cluster
(`judging`), with strangers' programs confined (`sandbox`); its verdict is written into the notebook and its exact
points into the gradebook.  Around that: what an author makes (`authoring`), a whole class in one go (`classroom`),
how it did (`report`), a changed check (`regrade`), and a class to try it on (`demonstration`).  `python -m
course.grading` does all of it.
"""
