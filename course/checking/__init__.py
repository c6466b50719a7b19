"""What an exercise demands: the learner's code out of its cells, and the checks that explore it.

``cells``, ``reading`` and ``drivers`` read text; ``explorer``, ``process``, ``child``, ``messages`` and ``syscalls``
run programs in a process of their own; ``plugin``, ``found`` and ``places`` are what an author of checks meets;
``judge`` puts them together.  Nothing here runs the learner's code in the process that decides.  Import from the
modules: this package loads nothing by itself, so that the explorer process, which needs little, starts fast.
"""
