"""Files that are written whole or not at all: an interruption leaves what was there, or nothing.

A half-written notebook is a lost one, and a half-written archive opens as if it were complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from course.grading.classroom import GradingError

__all__ = ["read", "write"]


def read(path: Path) -> bytes:
    """What is in a file; raises :class:`GradingError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GradingError(f"{path} cannot be read: {error.strerror}") from error


def write(files: Mapping[Path, bytes]) -> None:
    """Write all of them, and the folders that they need; raises :class:`GradingError`, with none of them changed."""
    drafts = {path: path.with_name(f".{path.name}.draft") for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path].write_bytes(content)
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError as error:
        raise GradingError(f"{error.filename} cannot be written: {error.strerror}") from error
    finally:
        for draft in drafts.values():
            if draft.parent.is_dir():
                draft.unlink(missing_ok=True)
