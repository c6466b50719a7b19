"""One execution: a program, a schedule, and what happened."""
