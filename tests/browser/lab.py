"""JupyterLab as a learner has it: a server on this machine, a browser, and a notebook that is read and typed into.

The server is the installed JupyterLab with nothing of this user's in it: no settings, no history, no other
kernels.  A cell is found by what it says, filled as by somebody who pastes, and run by Shift+Enter; what comes next is
always waited for as a condition on the page, never as a time.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()

PATIENCE = 60_000
"""Milliseconds after which a page is thought to be broken.  Nothing depends on how quick it is."""

SETTINGS = {
    # JupyterLab leaves cells that are out of sight out of the page, where no test could find them.
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


@dataclass(frozen=True, slots=True)
class Lab:
    """A running JupyterLab."""

    folder: Path
    """What it shows."""
    address: str
    token: str


@contextmanager
def running_lab(
    place: Path, theme: str = "JupyterLab Light", configured: Path | None = None, work: Path | None = None
) -> Iterator[Lab]:
    """A JupyterLab with the folder ``work`` to show, or a new, empty one; all that it keeps lies in ``place``.

    ``configured``: a folder of configuration that comes with its installation.
    """
    homes = {name: place / name for name in ("config", "data", "runtime", "settings", "workspaces", "ipython", "work")}
    homes |= {"work": work} if work else {}
    for home in homes.values():
        home.mkdir(parents=True, exist_ok=home == work)
    settings = SETTINGS | {"@jupyterlab/apputils-extension:themes": {"theme": theme}}
    (homes["config"] / "labconfig").mkdir()
    (homes["config"] / "labconfig" / "default_setting_overrides.json").write_text(json.dumps(settings))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_", "IPYTHON"))},
        "JUPYTER_CONFIG_DIR": str(homes["config"]),
        "JUPYTER_DATA_DIR": str(homes["data"]),
        "JUPYTER_RUNTIME_DIR": str(homes["runtime"]),
        "JUPYTERLAB_SETTINGS_DIR": str(homes["settings"]),
        "JUPYTERLAB_WORKSPACES_DIR": str(homes["workspaces"]),
        "IPYTHONDIR": str(homes["ipython"]),
        **({"JUPYTER_CONFIG_PATH": str(configured)} if configured else {}),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    }
    token = secrets.token_hex(16)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={_free_port()}", f"--IdentityProvider.token={token}"]
    command += [f"--ServerApp.root_dir={homes['work']}", "--LabApp.expose_app_in_browser=True"]
    with subprocess.Popen(
        command, env=environment, cwd=homes["work"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as server:
        log = _Log(server)
        try:
            address = log.address()
            _listens(server, address)
            yield Lab(homes["work"], address, token)
        finally:
            server.terminate()  # it ends its kernels
            log.join()


class _Log(threading.Thread):
    """Reads what the server says to its end, so that it never waits to be read; and finds its address there."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        super().__init__(name="log of JupyterLab")
        self._server = server
        self._lines: list[str] = []
        self._found: str | None = None
        self._told = threading.Event()
        self.start()

    def run(self) -> None:
        assert self._server.stderr is not None
        for line in self._server.stderr:
            self._lines.append(line)
            address = re.search(r"http://127\.0\.0\.1:\d+/(?=lab\S*\?token=)", line)
            if address and self._found is None:
                self._found = address[0]
                self._told.set()
        self._told.set()

    def address(self) -> str:
        """Where the server is, as soon as it is there."""
        self._told.wait()
        assert self._found is not None, f"JupyterLab did not start:\n{''.join(self._lines)}"
        return self._found


def _listens(server: subprocess.Popen[str], address: str) -> None:
    """Return when ``server`` takes connections, which it does a moment after it has told its address."""
    where = urlsplit(address)
    while server.poll() is None:
        try:
            socket.create_connection((where.hostname, where.port)).close()
        except ConnectionRefusedError:
            continue
        return
    raise AssertionError(f"JupyterLab ended with {server.returncode} before it took a connection")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def opened(lab: Lab) -> Iterator[Page]:
    """``lab`` in Chromium, without a window and with nobody's profile."""
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            page.goto(f"{lab.address}lab?token={lab.token}&reset")
            expect(page.locator(".jp-Launcher")).to_be_visible()
            yield page
        finally:
            browser.close()


def written(lab: Lab, name: str, *cells: str) -> str:
    """The path of a new notebook with the code cells ``cells``."""
    kernel = {"name": "python3", "display_name": "Python 3"}  # without one, JupyterLab asks which
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": kernel}, cells=[nbformat.v4.new_code_cell(cell) for cell in cells]
    )
    nbformat.write(notebook, lab.folder / f"{name}.ipynb")
    return f"{name}.ipynb"


class Notebook:
    """An open notebook."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cells = page.locator(".jp-Notebook .jp-CodeCell")
        """The code cells."""

    @classmethod
    def open(cls, page: Page, path: str) -> Notebook:
        """Open the notebook at ``path``, and wait until its kernel is ready; there is one open at a time."""
        page.evaluate("async path => { await jupyterapp.commands.execute('docmanager:open', {path}) }", path)
        expect(page.locator(".jp-Notebook")).to_be_visible()
        expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")
        return cls(page)

    def close(self) -> None:
        """Save it and close it, and end its kernel."""
        self.page.evaluate(
            """async () => {
                const { context } = jupyterapp.shell.currentWidget;
                await context.save();
                await context.sessionContext.shutdown();
                jupyterapp.shell.currentWidget.close();
            }"""
        )
        expect(self.page.locator(".jp-Notebook")).to_have_count(0)

    def cell(self, text: str) -> Locator:
        """The first code cell that says ``text`` in one of its lines."""
        line = self.page.locator(".cm-line").filter(has_text=re.compile(re.escape(text)))
        position = self._position(self.cells.filter(has=line).first)
        return self.cells.nth(position)

    def below(self, cell: Locator, text: str) -> Locator:
        """A new cell below ``cell``, which says ``text``."""
        position = self._position(cell) + 1
        cell.locator(".jp-InputPrompt").click()
        self.page.keyboard.press("b")
        fresh = self.cells.nth(position)
        expect(fresh.locator(".cm-content")).to_have_text("")
        self.write(fresh, text)
        return fresh

    def write(self, cell: Locator, text: str) -> None:
        """Put ``text`` in place of what ``cell`` says."""
        cell.locator(".cm-content").fill(text)

    def start(self, cell: Locator) -> Locator:
        """Run ``cell`` by Shift+Enter; gives the place of its outputs."""
        cell.locator(".cm-content").press("Shift+Enter")
        return cell.locator(".jp-OutputArea").first

    def run(self, cell: Locator) -> Locator:
        """Run ``cell`` by Shift+Enter and wait until it is done; gives its outputs."""
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text().strip()
        outputs = self.start(cell)
        if before != "[ ]:":
            expect(prompt).not_to_have_text(before)
        expect(prompt).to_have_text(re.compile(r"\[\d+\]:"))
        return outputs

    def press(self, command: str) -> None:
        """Press the button in the notebook's toolbar that does ``command``."""
        self.page.locator(f'.jp-NotebookPanel-toolbar [data-command="{command}"]').click()

    def _position(self, cell: Locator) -> int:
        position: int = cell.evaluate(
            "cell => [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')].indexOf(cell)"
        )
        return position
