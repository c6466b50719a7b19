"""The compiled filters say what their lists say, on each architecture, and the kernel does what they say."""

from __future__ import annotations

import errno
import mmap
import os
import signal
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("seccomp is Linux's", allow_module_level=True)

import pyseccomp

from course.grading.sandbox.seccomp import ARCHITECTURES, SERVE, START, Rules, compiled
from tests.grading.sandbox.bpf import ALLOW, decision

REFUSED = pyseccomp.ERRNO(errno.ENOSYS)
KILLED = pyseccomp.KILL
NUMBERS = range(1024)
"""More than any architecture has; the highest today is below 500."""

# What an attacker would want most, by name: if one of these is ever added to a list, this says so.
DANGEROUS = """
    accept4 acct add_key bind bpf capset chmod chroot clone clone3 connect delete_module execveat fchmodat fchownat
    fsopen fork ftruncate fanotify_init init_module inotify_init1 io_setup io_uring_enter io_uring_register
    io_uring_setup kcmp kexec_load keyctl kill landlock_create_ruleset linkat listen lookup_dcookie memfd_create
    memfd_secret mkdirat mknodat mlock mount mount_setattr move_mount mq_open msgget name_to_handle_at
    open_by_handle_at open_tree openat2 perf_event_open personality pidfd_getfd pidfd_open pidfd_send_signal
    pivot_root process_madvise process_vm_readv process_vm_writev ptrace quotactl reboot renameat2 request_key
    rt_sigqueueinfo sched_setscheduler seccomp semget sendmsg sendto setdomainname sethostname setns setpgid setsid
    setuid shmget socket socketpair splice swapon symlinkat syslog timer_create tkill truncate umount2 unlinkat unshare
    userfaultfd vfork vmsplice
""".split()


def number(architecture: str, name: str) -> int:
    """The number of a system call; negative if the architecture has none of that name."""
    found: int = pyseccomp.resolve_syscall(getattr(pyseccomp.Arch, ARCHITECTURES[architecture]), name)
    return found


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("rules", [START, SERVE], ids=["start", "serve"])
def test_what_is_on_the_list_is_allowed_and_every_other_number_is_refused(architecture: str, rules: Rules) -> None:
    program = compiled(rules, architecture)
    listed = {number(architecture, name): ways for name, ways in rules.items()}
    assert len([call for call in listed if call >= 0]) > 50
    for call in NUMBERS:
        if call not in listed:
            assert decision(program, architecture, call) == REFUSED, call
        elif list(listed[call]) == [[]]:
            assert decision(program, architecture, call, [-1] * 6) == ALLOW, call


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("name", DANGEROUS)
def test_nothing_that_an_attacker_wants_is_on_a_list(architecture: str, name: str) -> None:
    call = number(architecture, name)
    assert name not in START
    for rules in (START, SERVE):
        assert call < 0 or decision(compiled(rules, architecture), architecture, call) == REFUSED


def test_the_second_filter_only_takes_away() -> None:
    assert set(SERVE) < set(START)
    assert "execve" in START
    assert "execve" not in SERVE
    assert "prctl" not in SERVE


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize(
    ("name", "arguments", "allowed"),
    [
        ("openat", (0, 0, os.O_RDONLY | os.O_CLOEXEC), True),
        ("openat", (0, 0, os.O_WRONLY), False),
        ("openat", (0, 0, os.O_RDWR), False),
        ("openat", (0, 0, os.O_RDONLY | os.O_CREAT), False),
        ("openat", (0, 0, os.O_RDONLY | os.O_TRUNC), False),
        ("openat", (0, 0, os.O_TMPFILE), False),
        ("mmap", (0, 1, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS), True),
        ("mmap", (0, 1, mmap.PROT_READ | mmap.PROT_EXEC, mmap.MAP_PRIVATE), True),
        ("mmap", (0, 1, mmap.PROT_READ | mmap.PROT_EXEC, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS), False),
        ("mmap", (0, 1, mmap.PROT_WRITE | mmap.PROT_EXEC, mmap.MAP_PRIVATE), False),
        ("mmap", (0, 1, mmap.PROT_WRITE | mmap.PROT_EXEC, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS), False),
        ("mprotect", (0, 1, mmap.PROT_READ), True),
        ("mprotect", (0, 1, mmap.PROT_READ | mmap.PROT_EXEC), False),
        ("tgkill", (2, 2, signal.SIGABRT), True),
        ("tgkill", (2, 2, signal.SIGKILL), False),
        ("tgkill", (2, 2, signal.SIGKILL | 1 << 32), False),
        ("openat", (0, 0, os.O_WRONLY | 1 << 32), False),
        ("prlimit64", (0, 7, 0, 0), True),
        ("prlimit64", (1, 7, 0, 0), False),
        ("ioctl", (0, 0x5401), True),
        ("ioctl", (0, 0x5412), False),  # TIOCSTI: to type into the terminal
        ("fcntl", (0, 1031), False),  # F_SETPIPE_SZ
        ("exit_group", (0,), True),
        ("exit_group", (127,), True),
        ("exit_group", (128 + 9,), False),
        ("exit_group", (-1,), False),
        ("exit_group", (128 + 9 | 1 << 32,), False),
        ("exit", (128 + 9,), False),
    ],
)
def test_arguments_decide(architecture: str, name: str, arguments: tuple[int, ...], allowed: bool) -> None:
    program = compiled(SERVE, architecture)
    assert decision(program, architecture, number(architecture, name), arguments) == (ALLOW if allowed else REFUSED)


@pytest.mark.parametrize("rules", [START, SERVE], ids=["start", "serve"])
def test_calls_in_the_manner_of_another_architecture_end_the_process(rules: Rules) -> None:
    program = compiled(rules, "x86_64")
    assert decision(program, "i386", 4) == KILLED, "write, for a program of 32 bits"
    assert decision(program, "aarch64", 64) == KILLED
    assert decision(program, "x86_64", 0x40000000 + 1) in (KILLED, REFUSED), "write, in the x32 way"
    assert decision(program, "x86_64", 1) == ALLOW
