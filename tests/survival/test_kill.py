"""kill -9 at any moment: no acknowledged confirm lost, no half import, no half export, a whole database."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from segments.model import Kind, Paragraph, Reading, Segment
from tm.store import Store
from tm.store.documents import SourceFile, add_document
from tm.workbench import default_project, history, list_memories, sweep_imports
from tm.workbench.health import examine

UNITS = 4_000
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Place:
    """The files of one run of rounds."""

    folder: Path
    document_id: int

    @property
    def database(self) -> Path:
        return self.folder / "memory.db"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A database with a document."""
    with Store.open(tmp_path / "memory.db", user="lead") as store:
        project = default_project(store)
        texts = [f"第{number}回の協議は中断された。" for number in range(40)]
        with store.write() as connection:
            document_id = add_document(
                connection,
                project.id,
                file=SourceFile("talks.txt", "/talks.txt", "txt", b""),
                langs=("ja", "en"),
                reading=Reading(tuple(Paragraph(text) for text in texts)),
                segments=[Segment(text, Kind.TEXT, number) for number, text in enumerate(texts)],
                by="lead",
            )
    return Place(tmp_path, document_id)


def write_units(place: Place, number: int) -> Path:
    """Write a TMX of units that no other round has, large enough for its import to take a while."""
    units = "".join(
        f'<tu><tuv xml:lang="ja"><seg>{number}の{n}です。</seg></tuv><tuv xml:lang="en"><seg>{n} of {number}.</seg></tuv></tu>'
        for n in range(UNITS)
    )
    file = place.folder / f"units-{number}.tmx"
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" '
        f'segtype="sentence" o-tmf="t" adminlang="en" srclang="ja" datatype="plaintext"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    return file


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
    )


def programs(place: Place, number: int) -> Iterator[subprocess.Popen[str]]:
    """Start a confirming program, a command-line import and a command-line export on one database."""
    database = str(place.database)
    yield start(str(HERE / "confirming.py"), database, str(place.document_id), str(number))
    yield start("-m", "tm", "--db", database, "import", str(write_units(place, number)), "--memory", "default")
    out = str(place.folder / f"out-{number}.tmx")
    yield start("-m", "tm", "--db", database, "export", "--format", "tmx", "-o", out)


def kill_round(place: Place, number: int, chance: random.Random) -> list[str]:
    """Let the programs run for a moment, kill them all at once, and give what was acknowledged."""
    running = list(programs(place, number))
    confirming = running[0]
    assert confirming.stdout is not None
    assert confirming.stdout.readline() == "ready\n"
    time.sleep(chance.uniform(0.05, 0.9))
    for each in running:
        each.kill()
    said = confirming.stdout.read().splitlines()
    for each in running:
        each.wait()
        if each.stdout:
            each.stdout.close()
    # A line that was cut off by the kill was not acknowledged.
    return [line for line in said if line.endswith(".") or line.startswith("error")]


def check(place: Place, said: list[str], number: int) -> None:
    assert not [line for line in said if line.startswith("error")]
    with Store.open(place.database, user="lead") as store:
        kept: dict[int, dict[int, str]] = {}
        for line in said:
            _, segment_id, version, text = line.split(" ", 3)
            versions = kept.setdefault(
                int(segment_id), {one.version: one.target for one in history(store, int(segment_id))}
            )
            assert versions[int(version)] == text
        imported = next(one.units for one in list_memories(store) if one.name == "default")
        # Whole imports, and a unit for each of the forty segments at most.
        assert imported % UNITS <= 40
        sweep_imports(store)
        bad = [one for one in examine(store) if not one.ok]
        assert not bad
    out = place.folder / f"out-{number}.tmx"
    assert not out.exists() or out.read_bytes().rstrip().endswith(b"</tmx>")


def run_rounds(place: Place, rounds: int) -> None:
    chance = random.Random(20261123)
    acknowledged = 0
    for number in range(rounds):
        said = kill_round(place, number, chance)
        check(place, said, number)
        acknowledged += len(said)
    print(f"{rounds} rounds, {acknowledged} confirms acknowledged, none lost")
    assert acknowledged


def test_ten_rounds_of_kill_lose_nothing(place: Place) -> None:
    run_rounds(place, 10)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_hundred_rounds_of_kill_lose_nothing(place: Place) -> None:
    run_rounds(place, 100)
