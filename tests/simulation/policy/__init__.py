"""Programs for and against the source policy."""
