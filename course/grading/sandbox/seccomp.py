"""Which system calls a confined explorer process may make: two filters for the kernel's seccomp.

Both are lists of what is allowed.  A list of what is forbidden would be shorter, and would be out of date with the next
kernel: io_uring, user fault handling and the new mount calls were all holes in such lists once.  What a Python that
only computes needs is little and does not change.  Everything else fails with ENOSYS, as on a kernel that has no such
call, so that the C library falls back to an older one where there is one.

``START`` holds from the first instruction of the interpreter: no sockets, no other processes or threads, no signals to
others, nothing opened for writing, no memory that can be written and executed.  It must let Python be executed and
the second filter be installed.  ``SERVE`` comes on top once the engine is imported, and takes that back as well.  It
also keeps the exit status below 128, since from there on a status says by which signal a process died.

libseccomp compiles them, through pyseccomp, which has the interface of libseccomp's own Python bindings.  Whether the
compiled programs say what stands here, on each architecture, is tested by interpreting them.
"""

from __future__ import annotations

import errno
import mmap
import os
import signal
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

__all__ = ["ARCHITECTURES", "SERVE", "START", "NoFilter", "compiled"]

ARCHITECTURES = {"x86_64": "X86_64", "aarch64": "AARCH64"}
"""The machines for which the lists were made: their names as the system tells them, and as libseccomp does."""

# <linux/fcntl.h>, <asm-generic/ioctls.h>, <linux/prctl.h>; the same on both architectures.
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC = 0, 1, 2, 3, 1030
TCGETS, FIONCLEX, FIOCLEX = 0x5401, 0x5450, 0x5451
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 22, 38

if hasattr(os, "O_TMPFILE"):
    WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | (os.O_TMPFILE & ~os.O_DIRECTORY)
    """The flags of ``open`` with which a file could be changed."""
else:  # not Linux, where there is no such filter either
    WRITING = 0

FATAL = (signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGSEGV, signal.SIGPROF)

MASKED, EQUAL = "masked", "equal"
Condition = tuple[int, str, int, int]
"""Of the argument with this number: that its bits under a mask are a value, or that it equals a value.

Never that it differs from one: the kernel may look at 32 of the 64 bits that a filter compares.
"""
Rules = Mapping[str, Sequence[Sequence[Condition]]]
"""By system call, the ways in which it is allowed: one way is a sequence of conditions that hold together."""


def _masked(argument: int, mask: int, value: int = 0) -> Condition:
    return argument, MASKED, mask, value


def _one_of(argument: int, *values: int) -> list[list[Condition]]:
    return [[(argument, EQUAL, value, 0)] for value in values]


def _without(rules: Rules, *names: str) -> dict[str, Sequence[Sequence[Condition]]]:
    return {name: ways for name, ways in rules.items() if name not in names}


ALWAYS: list[list[Condition]] = [[]]

START: Rules = {
    **dict.fromkeys(
        # files: to look, and to read what is open
        "read pread64 readv write close lseek stat fstat lstat newfstatat statx access faccessat faccessat2 "
        "readlink readlinkat getdents64 getcwd dup dup2 dup3 "
        # memory
        "munmap mremap brk madvise "
        # signals, and what becomes of them
        "rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall setitimer getitimer "
        # clocks
        "clock_gettime clock_getres gettimeofday time nanosleep clock_nanosleep "
        # this process
        "getpid gettid getuid geteuid getgid getegid getrusage getrlimit setrlimit futex sched_yield "
        "set_tid_address set_robust_list rseq arch_prctl uname sysinfo getrandom exit exit_group "
        # to become Python; and for the process that waits for it within the same walls
        "execve wait4".split(),
        ALWAYS,
    ),
    "open": [[_masked(1, WRITING)]],
    "openat": [[_masked(2, WRITING)]],
    "fcntl": _one_of(1, F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC),
    "ioctl": _one_of(1, TCGETS, FIONCLEX, FIOCLEX),
    # Code comes from files that cannot be written, and memory that can be written is not executed.
    "mmap": [
        [_masked(2, mmap.PROT_EXEC)],
        [
            _masked(2, mmap.PROT_EXEC | mmap.PROT_WRITE, mmap.PROT_EXEC),
            _masked(3, mmap.MAP_ANONYMOUS),
        ],
    ],
    "mprotect": [[_masked(2, mmap.PROT_EXEC)]],
    # abort() and faulthandler send themselves the signal that ends them.  Not SIGKILL, which says the system did it.
    "tgkill": _one_of(2, *FATAL),
    "prlimit64": [[(0, EQUAL, 0, 0)]],  # its own limits only
    "prctl": _one_of(0, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP),
}
"""What is allowed from the start of the interpreter on."""

SERVE: Rules = {
    **_without(START, *"execve wait4 prctl arch_prctl set_tid_address dup dup2 dup3 uname sysinfo".split()),
    "exit": [[_masked(0, 0x80)]],
    "exit_group": [[_masked(0, 0x80)]],
}
"""What is left of it when programs are served."""


class NoFilter(Exception):
    """There is no libseccomp to compile a filter with; the message says what is missing."""


@cache
def _library() -> ModuleType:
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError, AttributeError) as error:
        raise NoFilter(f"libseccomp is not to be had ({error})") from error
    module: ModuleType = pyseccomp
    return module


def compiled(rules: Rules, architecture: str) -> bytes:
    """``rules`` as a program for the kernel of ``architecture``, one of :data:`ARCHITECTURES`.

    Raises :class:`NoFilter` if there is no libseccomp.
    """
    library = _library()
    target = getattr(library.Arch, ARCHITECTURES[architecture])
    program = library.SyscallFilter(library.ERRNO(errno.ENOSYS))
    native = library.system_arch()
    if target != native:
        program.add_arch(target)
        program.remove_arch(native)
    for name, ways in rules.items():
        # Negative: this architecture has no such call (aarch64 has openat, and no open), or the library is older.
        if library.resolve_syscall(target, name) < 0:
            continue
        number = library.resolve_syscall(native, name)
        for way in ways:
            program.add_rule(library.ALLOW, number, *(_argument(library, condition) for condition in way))
    with tempfile.TemporaryFile() as file:
        program.export_bpf(file)
        file.seek(0)
        return file.read()


def _argument(library: ModuleType, condition: Condition) -> object:
    number, kind, value, other = condition
    operator = {MASKED: library.MASKED_EQ, EQUAL: library.EQ}[kind]
    return library.Arg(number, operator, value, other)
