"""A PostgreSQL server of the tests' own, on loopback: started for them, and stopped after them."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["PROGRAMS", "running_postgresql"]


def _programs() -> Path | None:
    """The folder of the server's programs: on PATH, or where Debian keeps those of each version."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return folders[-1].parent if folders else None


PROGRAMS = _programs()


@contextlib.contextmanager
def running_postgresql() -> Iterator[str]:
    """A server; gives the URL of its empty database, as `c.CourseDirectory.db_url` takes it."""
    assert PROGRAMS is not None
    # The server refuses to run as root; Debian's package brings a user for it.
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    # Not pytest's folder, which nobody else may enter; and a socket's path must be short.
    with TemporaryDirectory(prefix="postgresql-") as name:
        if user:
            shutil.chown(name, "postgres", "postgres")
        data = Path(name) / "data"

        def run(program: str, *arguments: str) -> None:
            command = [str(PROGRAMS / program), *arguments]  # type: ignore[operator]
            done = subprocess.run(command, cwd=name, capture_output=True, text=True, check=False, **user)  # type: ignore[call-overload]
            assert done.returncode == 0, done.stdout + done.stderr

        run("initdb", "--auth=trust", "--username=teacher", "--no-sync", f"--pgdata={data}")
        # Through a socket in the folder alone: no port that somebody else may have.
        options = f"-c listen_addresses='' -c unix_socket_directories='{name}' -c fsync=off"
        log = Path(name) / "log"
        run("pg_ctl", "start", "--wait", f"--pgdata={data}", f"--log={log}", f"--options={options}")
        try:
            yield f"postgresql://teacher@/postgres?host={name}"
        finally:
            run("pg_ctl", "stop", "--mode=immediate", f"--pgdata={data}")
