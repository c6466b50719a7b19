"""Verdicts: a submission and the checks of its lesson go in, a verdict on each exercise comes out.

`lesson` holds the checks as data, and says which part of them an exercise depends on.  `judge` is the process that runs
them, `asking` puts a case to such a process, `judges` asks many at once, and `store` keeps what is known already.
Nothing in here knows of nbgrader.
"""
