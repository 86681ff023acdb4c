"""kill -9 on the workbench itself, in a terminal, while an import and an export run on the same file."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tm.store import Store
from tm.workbench import default_project, import_document, segments_page
from tm.workbench.health import examine

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals on Windows", allow_module_level=True)

import pty

SOURCE = "\n\n".join(f"第{number}回の協議は中断された。" for number in range(1, 61))
CONFIRM = b"\x0a"
ENVIRONMENT = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "TEXTUAL_DISABLE_KITTY_KEY": "1"}


class Workbench:
    """The program on a pseudo-terminal of its own."""

    def __init__(self, database: Path) -> None:
        self._terminal, screen = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tm", "--db", str(database), "open", "--document", "talks.txt"],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            env=os.environ | ENVIRONMENT,
            start_new_session=True,
        )
        os.close(screen)
        os.set_blocking(self._terminal, False)

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """Wait until some words are on the screen."""
        seen, deadline = "", time.monotonic() + seconds
        while words not in seen:
            assert time.monotonic() < deadline, f"never saw {words!r}"
            seen += self._read()
            time.sleep(0.02)

    def type(self, keys: bytes) -> None:
        os.write(self._terminal, keys)
        self._read()

    def hang_up(self) -> int:
        """Take the terminal away, and give the exit code of the program once it has ended by itself."""
        os.close(self._terminal)
        return self._process.wait(timeout=20)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def _read(self) -> str:
        try:
            return os.read(self._terminal, 1 << 16).decode("utf-8", "replace")
        except BlockingIOError:
            return ""


def one_round(database: Path, folder: Path, number: int, chance: random.Random) -> None:
    """Translate on the screen, with an export beside, and kill both at a moment of chance."""
    workbench = Workbench(database)
    workbench.wait_for("Target")
    export = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tm",
            "--db",
            str(database),
            "export",
            "--format",
            "tmx",
            "-o",
            str(folder / f"{number}.tmx"),
        ],
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + chance.uniform(0.3, 1.5)
    count = 0
    while time.monotonic() < until:
        workbench.type(f"The talks were suspended, {number}.{count}.".encode())
        time.sleep(0.05)
        workbench.type(CONFIRM)
        time.sleep(chance.uniform(0.02, 0.1))
        count += 1
    workbench.kill()
    export.kill()
    export.wait()


def check(database: Path, folder: Path) -> int:
    """Look at the database and the exports; give the number of confirmed segments."""
    with Store.open(database) as store:
        assert not [one for one in examine(store) if not one.ok]
        project = default_project(store)
        segments = segments_page(store, 1, 1, 100)
        done = [one for one in segments if one.status.done]
        assert all(one.unit_id for one in done)
        assert project.memory.name == "default"
    for file in folder.glob("*.tmx"):
        assert file.read_bytes().rstrip().endswith(b"</tmx>")
    return len(done)


def run_rounds(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(20261124)
    database = tmp_path / "memory.db"
    (tmp_path / "talks.txt").write_text(SOURCE, encoding="utf-8")
    with Store.open(database, user="killed") as store:
        import_document(store, default_project(store), tmp_path / "talks.txt")
    done = 0
    for number in range(rounds):
        one_round(database, tmp_path, number, chance)
        now_done = check(database, tmp_path)
        assert now_done >= done
        done = now_done
    print(f"{rounds} rounds on the screen, {done} segments confirmed, none lost")
    assert done


def test_two_rounds_of_kill_on_the_screen_lose_nothing(tmp_path: Path) -> None:
    run_rounds(tmp_path, 2)


def test_the_workbench_ends_when_its_terminal_goes_away_and_keeps_what_was_typed(tmp_path: Path) -> None:
    database = tmp_path / "memory.db"
    (tmp_path / "talks.txt").write_text(SOURCE, encoding="utf-8")
    with Store.open(database, user="lead") as store:
        import_document(store, default_project(store), tmp_path / "talks.txt")
    workbench = Workbench(database)
    workbench.wait_for("Target")
    workbench.type(b"The talks were")
    time.sleep(0.3)
    assert workbench.hang_up() != 0
    with Store.open(database) as store:
        assert segments_page(store, 1, 1, 1)[0].target == "The talks were"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_thirty_rounds_of_kill_on_the_screen_lose_nothing(tmp_path: Path) -> None:
    run_rounds(tmp_path, 30)
