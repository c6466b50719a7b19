"""The programs that are measured, one a module: a ``State``, what its threads run, and what has to hold after."""
