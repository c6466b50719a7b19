"""Giving up system calls: the explorer process hands the kernel a filter, and from then on has no others.

The filter is a program for the kernel's seccomp, compiled by whoever starts the process (see
``course/grading/sandbox/seccomp.py``); here it is only read and installed.  It can never be taken back, only narrowed,
and it holds for machine code as much as for Python: that is what makes it a wall, where a name taken out of a module
is none.
"""

from __future__ import annotations

import ctypes
import os

__all__ = ["install_filter"]

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
INSTRUCTION = 8
"""Bytes of one instruction of a filter (``struct sock_filter`` in ``linux/filter.h``)."""


class _Filter(ctypes.Structure):
    """``struct sock_fprog`` of ``linux/filter.h``: how many instructions there are, and where."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install_filter(descriptor: int) -> None:
    """Read a compiled filter from the file ``descriptor``, close it, and install the filter in this process.

    Raises OSError if the kernel does not take it; then the process has no filter and must serve nobody.
    """
    with os.fdopen(descriptor, "rb") as file:
        instructions = file.read()
    program = _Filter(len(instructions) // INSTRUCTION, instructions)
    libc = ctypes.CDLL(None, use_errno=True)
    # Only a process that can gain no privileges by executing another program may filter itself.
    for what in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0),
    ):
        if libc.prctl(*what):
            raise OSError(ctypes.get_errno(), f"the kernel refuses prctl({what[0]})")
