"""What holds for all tests: they do not depend on how they were started."""

import signal
import threading

# A shell without job control starts what goes on behind it (`make test &`) with interrupts ignored, and so would be the
# processes that tests start and interrupt.
if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)
