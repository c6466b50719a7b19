"""What watches the attacks notices what it is there for."""

import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.attacks.corpus import attacks
from tests.attacks.run import unsafe
from tests.attacks.watch import Listeners, adopting, children, differences, left, remove, snapshot


def test_a_file_that_is_new_or_gone_or_changed_is_seen(tmp_path: Path):
    for name in ("same", "gone", "changed", "mode", "kind"):
        (tmp_path / name).write_text(name)
    before = snapshot([tmp_path])
    (tmp_path / "gone").unlink()
    (tmp_path / "new").mkdir()
    (tmp_path / "changed").write_text("Changed")
    (tmp_path / "mode").chmod(0o777)
    (tmp_path / "kind").unlink()
    (tmp_path / "kind").symlink_to("same")
    assert differences(before, snapshot([tmp_path])) == (
        f"{tmp_path / 'changed'} was changed",
        f"{tmp_path / 'gone'} is gone",
        f"{tmp_path / 'kind'} was changed",
        f"{tmp_path / 'mode'} was changed",
        f"{tmp_path / 'new'} was left",
    )


def test_what_is_left_where_everybody_may_write_is_known_by_its_name_and_removed(tmp_path: Path):
    (tmp_path / "run123-x").mkdir()
    (tmp_path / "x-run123").touch()
    (tmp_path / "somebody else's").touch()
    assert len(left("run123", [tmp_path])) == 2
    remove("run123", [tmp_path])
    assert [path.name for path in tmp_path.iterdir()] == ["somebody else's"]


def test_a_process_whose_parent_has_ended_is_seen_and_ended():
    with adopting():
        before = children()
        code = "from subprocess import *; print(Popen(['sleep', '300'], stdout=DEVNULL, stderr=DEVNULL).pid)"
        parent = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        orphan = int(parent.stdout)
        assert children() - before == {orphan}
    with pytest.raises(ProcessLookupError):
        os.kill(orphan, 0)


@pytest.mark.parametrize("kind", ["tcp", "udp", "path", "abstract"])
def test_whoever_connects_is_heard(tmp_path: Path, kind: str):
    with closing(Listeners(tmp_path / "socket", f"listens-{tmp_path.name}")) as listeners:
        address = {
            "tcp": ("127.0.0.1", listeners.port),
            "udp": ("127.0.0.1", listeners.port),
            "path": str(tmp_path / "socket"),
            "abstract": f"\0listens-{tmp_path.name}",
        }[kind]
        family = socket.AF_INET if kind in ("tcp", "udp") else socket.AF_UNIX
        with socket.socket(family, socket.SOCK_DGRAM if kind == "udp" else socket.SOCK_STREAM) as line:
            line.connect(address)
            line.sendall(b"hello")
    assert listeners.heard == ["hello"]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<script>injected()</script>", True),
        ("<img src=x onerror=injected()>", True),
        ("<a href=' JavaScript:injected()'>x</a>", True),
        ("<iframe src='//injected'></iframe>", True),
        ("<style>@import '//injected'</style>", True),
        ("&lt;script&gt;injected()&lt;/script&gt;", False),
        ("<p title='injected'>injected()</p><script>ours()</script>", False),
    ],
)
def test_markup_that_would_run_is_told_from_text_about_it(markup: str, found: bool):
    assert bool(unsafe(["fine"], [f"<html>{markup}</html>"])) is found


@pytest.mark.parametrize("text", ["\x1b[2J", "a\x07b", "a\u202eb", "a\x9bb", "a\nb"])
def test_a_sentence_that_would_do_something_to_a_terminal_is_told(text: str):
    assert unsafe([text], [])


def test_a_file_that_is_no_attack_is_refused_with_its_name(tmp_path: Path):
    (tmp_path / "subject").mkdir()
    path = tmp_path / "subject" / "name.py"
    for text, reason in (
        ("def f(): pass\n", "the head has no tries"),
        ('# tries = "x"\n', "the head has no exercise"),
        ("# tries = x\n", "are no TOML"),
        ('# tries = "x"\n# exercise = "y"\n# answer = "z"\n', "the head says answer = 'z'"),
        ('# tries = "x"\n# exercise = "y"\nz = 1\n# %% video\n', "a cell of the kind 'video'"),
    ):
        path.write_text(text)
        with pytest.raises(ValueError, match=reason):
            attacks(folder=tmp_path)
