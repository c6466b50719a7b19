"""What changed on the machine while a class was graded: files, processes, and who knocked at our sockets."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import selectors
import shutil
import signal
import socket
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

__all__ = ["Listeners", "adopting", "children", "differences", "left", "remove", "snapshot"]

PR_SET_CHILD_SUBREAPER = 36
SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
"""Where anybody may leave something."""


def snapshot(folders: Iterable[Path]) -> dict[str, str]:
    """Every file, folder and link below ``folders``, by its path: its kind, mode, and a hash of what it holds."""
    return {str(path): _state(path) for folder in folders for path in (folder, *sorted(folder.rglob("*")))}


def left(token: str, shared: Iterable[Path] = SHARED) -> tuple[str, ...]:
    """What stands in the folders for everybody and has ``token`` in its name."""
    return tuple(str(path) for folder in shared if folder.is_dir() for path in folder.iterdir() if token in path.name)


def remove(token: str, shared: Iterable[Path] = SHARED) -> None:
    """Remove what :func:`left` finds."""
    for path in map(Path, left(token, shared)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """What is new, gone or changed between two snapshots, as sentences."""
    found = []
    for path in sorted(before.keys() | after.keys()):
        if path not in before:
            found.append(f"{path} was left")
        elif path not in after:
            found.append(f"{path} is gone")
        elif before[path] != after[path]:
            found.append(f"{path} was changed")
    return tuple(found)


def _state(path: Path) -> str:
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            content = os.readlink(path)
        elif stat.S_ISREG(status.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            content = ""
    except OSError as error:
        return f"unreadable: {error.strerror}"
    return f"{stat.filemode(status.st_mode)} {content}"


@contextlib.contextmanager
def adopting() -> Iterator[None]:
    """Meanwhile, processes whose parents have ended become children of this one, and are ended at the end."""
    libc = ctypes.CDLL(None, use_errno=True)
    before = children()
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        for pid in children() - before:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def children() -> set[int]:
    """The running processes whose parent is this one."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = path.read_text("utf-8", "replace").rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                found.add(int(path.parent.name))
    return found


class Listeners:
    """Sockets that hear who connects to them: TCP, UDP, and two Unix sockets, with a path and without one."""

    def __init__(self, path: Path, abstract: str) -> None:
        self.heard: list[str] = []
        """What was sent, or that somebody connected and sent nothing."""
        tcp = socket.create_server(("127.0.0.1", 0))
        self.port: int = tcp.getsockname()[1]
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", self.port))
        unix = [socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)]
        unix[0].bind(str(path))
        unix[1].bind(f"\0{abstract}")
        for each in unix:
            each.listen()
        self._sockets = [tcp, udp, *unix]
        self._stop, self._stopped = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name="listeners")
        self._thread.start()

    def close(self) -> None:
        """Stop to listen."""
        self._stop.close()
        self._thread.join()
        for each in (*self._sockets, self._stopped):
            each.close()

    def _serve(self) -> None:
        with selectors.DefaultSelector() as selector:
            for each in (*self._sockets, self._stopped):
                selector.register(each, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    ready = key.fileobj
                    assert isinstance(ready, socket.socket)
                    if ready is self._stopped:
                        return
                    if ready.type == socket.SOCK_DGRAM:
                        self.heard.append(ready.recv(1000).decode("utf-8", "replace"))
                        continue
                    with contextlib.suppress(OSError), ready.accept()[0] as connection:
                        connection.settimeout(5)
                        self.heard.append("somebody")  # counted even if it says nothing
                        self.heard[-1] = connection.recv(1000).decode("utf-8", "replace") or "somebody"
