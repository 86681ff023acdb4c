"""Whole screens as plain text, at the smallest size and a large one: what is read without any colour.

To take the screens as they are now for right, after looking at them: `TAIYAKU_GOLDENS=write python -m pytest tests/tui/test_goldens.py`
"""

import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from glossary.model import Concept, Term, TermStatus
from tests.conftest import add_sentences
from tests.tui.conftest import Opening, settle, text_of
from tm.model import Document, Project
from tm.store import Store
from tm.tui.widgets.target_editor import TargetEditor
from tm.workbench import accept, add_comment, add_concept, confirm, reject, save_draft, segments_page

GOLDENS = Path(__file__).parent / "goldens"
SIZES = [(80, 24), (200, 60)]
HOSTILE = (
    "端末を消す\x1b[2J\x1b[1;31m列と\x07ベル。",
    "[bold]太字[/bold] と [link=x]鎖[/] と [TODO] と [[二重]]。",
    "右から左\u202eへ読ませる\u202c文と\u2066孤立\u2069。",
    "タブ\tと\x9bC1と\x85改行\u2028行\u2029段落。",
    "か\u3099き\u3099と👨\u200d👩\u200d👧とｶﾅと①。",
)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")

Steps = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture(autouse=True)
def no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing that others do arrive while a picture is taken: how soon it does depends on the machine."""
    monkeypatch.setattr("tm.tui.screens.segments.POLL", 3600.0)


@pytest.fixture
def translated(store: Store, project: Project, document: Document) -> Document:
    """A document with every status, a glossary, and a memory that knows something."""
    records = segments_page(store, document.id, 1, 5)
    accept(store, confirm(store, records[0], "The talks were suspended on the second day."))
    rejected = reject(store, confirm(store, records[1], "No date was given."), "Who gave none?")
    add_comment(store, rejected.id, "See the minutes.")
    save_draft(store, records[2], "The lifting of sanctions")
    concept = Concept((Term("協議", "ja"), Term("talks", "en"), Term("parley", "en", TermStatus.FORBIDDEN)))
    add_concept(store, project, concept)
    add_concept(store, project, Concept((Term("制裁", "ja"), Term("sanctions", "en"))))
    return document


def check(name: str, size: tuple[int, int], pilot: Pilot[None]) -> None:
    """Compare the screen with the one taken for right; times are masked."""
    width, height = size
    shown = _TIME.sub("2031-01-01 00:00", text_of(pilot)) + "\n"
    golden = GOLDENS / f"{name}-{width}x{height}.txt"
    if os.environ.get("TAIYAKU_GOLDENS") == "write":
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")


async def nothing(_pilot: Pilot[None]) -> None:
    """Leave the screen as it opened."""


async def show_preview(pilot: Pilot[None]) -> None:
    if pilot.app.size.width < 120:
        await pilot.press("f9")


async def review_rejected(pilot: Pilot[None]) -> None:
    await pilot.press("f8")
    await settle(pilot)
    await pilot.press("down")


async def search(pilot: Pilot[None]) -> None:
    await pilot.press("f4")
    await pilot.press(*"talks")
    await pilot.pause(0.3)


async def help_(pilot: Pilot[None]) -> None:
    await pilot.press("f1")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "position", "steps"),
    [
        ("documents", 0, nothing),
        ("editor", 4, nothing),
        ("preview", 3, show_preview),
        ("review", 1, review_rejected),
        ("concordance", 4, search),
        ("help", 1, help_),
    ],
)
async def test_the_screen_reads_as_it_should(
    opened: Opening, translated: Document, name: str, position: int, steps: Steps, size: tuple[int, int]
) -> None:
    async with opened(size, position=position, shown=translated) as pilot:
        await steps(pilot)
        await settle(pilot)
        check(name, size, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_conflict_shows_three_texts(
    opened: Opening, translated: Document, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(size, position=3) as pilot:
        with Store.open(tmp_path / "memory.db", user="suzuki") as other:
            confirm(other, segments_page(other, translated.id, 3, 1)[0], "Lifting the sanctions became the issue.")
        pilot.app.screen.query_one(TargetEditor).put("The lifting of sanctions was at issue.")
        await pilot.press("f5")
        await settle(pilot)
        check("conflict", size, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_document_is_shown_as_pictures_and_stored_as_it_was(
    opened: Opening, store: Store, project: Project, size: tuple[int, int]
) -> None:
    hostile = add_sentences(store, project, HOSTILE)
    for one, source in zip(segments_page(store, hostile.id, 1, 5), HOSTILE, strict=True):
        confirm(store, one, source)
    add_concept(store, project, Concept((Term("端末", "ja"), Term("[red]terminal[/]\x1b[5m", "en"))))
    async with opened(size, shown=hostile) as pilot:
        check("hostile", size, pilot)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text_of(pilot))
        await pilot.press("ctrl+down")
        await settle(pilot)
    assert [(one.source, one.target) for one in segments_page(store, hostile.id, 1, 5)] == [
        (each, each) for each in HOSTILE
    ]
