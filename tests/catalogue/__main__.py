"""``python -m tests.catalogue``: print the table of wrong and right answers."""

import sys

from tests.catalogue.table import main

if __name__ == "__main__":
    sys.exit(main())
