"""The program in a terminal of its own: what it asks the terminal for, what it types, what a crash leaves."""

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tm.model import Document, Status
from tm.store import Store
from tm.workbench import segments_page

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import fcntl
import termios

RUN = """
import sys
from tm.store import Store
from tm.workbench import current_project
from tm.tui import run
with Store.open(sys.argv[1], user="tanaka") as store:
    run(store, current_project(store), int(sys.argv[2]), legacy_keys=len(sys.argv) > 3)
"""
PATIENCE = 30.0


class Terminal:
    """The program, and the terminal it runs in."""

    def __init__(self, program: subprocess.Popen[bytes], handle: int) -> None:
        self.program = program
        self.handle = handle
        self.written = b""

    def wait_for(self, wanted: str, *, quiet: float = 0.0) -> None:
        """Wait until the program wrote something, and `quiet` seconds more."""
        deadline = time.monotonic() + PATIENCE
        while wanted.encode() not in self.written:
            assert time.monotonic() < deadline, f"{wanted!r} never came: {self.written[-2000:]!r}"
            self.read(0.1)
        until = time.monotonic() + quiet
        while time.monotonic() < until:
            self.read(0.1)

    def read(self, seconds: float) -> None:
        if select.select([self.handle], [], [], seconds)[0]:
            self.written += os.read(self.handle, 65536)

    def type(self, text: str) -> None:
        os.write(self.handle, text.encode())


@contextmanager
def running(store: Store, document: Document, *switches: str, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-c", RUN, str(store.path), str(document.id), *switches],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
    )
    os.close(theirs)
    try:
        yield Terminal(program, ours)
    finally:
        program.kill()
        program.wait()
        os.close(ours)


def test_what_was_typed_a_second_ago_outlives_a_kill(store: Store, document: Document) -> None:
    with running(store, document) as terminal:
        terminal.wait_for("memory arctic", quiet=0.3)
        assert b"\x1b[>1u" in terminal.written
        assert b"\x1b[>25u" not in terminal.written
        terminal.type("朝鮮民主主義人民共和国政府は")
        terminal.wait_for("国政府は", quiet=1.5)
        terminal.program.kill()
    first = segments_page(store, document.id, 1, 1)[0]
    assert (first.target, first.status) == ("朝鮮民主主義人民共和国政府は", Status.DRAFT)


def test_quitting_leaves_the_terminal_as_it_was_and_the_draft_stored(store: Store, document: Document) -> None:
    with running(store, document, "legacy") as terminal:
        terminal.wait_for("memory arctic", quiet=0.3)
        assert b"\x1b[>1u" not in terminal.written
        terminal.type("The talks")
        terminal.wait_for("talks", quiet=0.1)
        terminal.type("\x11")
        terminal.wait_for("\x1b[?1049l")
        assert terminal.program.wait(PATIENCE) == 0
    assert segments_page(store, document.id, 1, 1)[0].target == "The talks"
