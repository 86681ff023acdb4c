"""How quickly the screens open and answer: a document of 50,000 segments, a screen of 80×24 and one of 200×60."""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from tests.conftest import add_sentences
from tm.model import Document, Project
from tm.store import Store
from tm.tui.app import TaiyakuApp
from tm.tui.screens.editor import EditorScreen
from tm.tui.widgets.target_editor import TargetEditor

pytestmark = pytest.mark.bench

SEGMENTS = 50_000
OPEN = """
import asyncio, sys, time
began = time.perf_counter()
from tm.store import Store
from tm.workbench import current_project, list_documents
from tm.tui.app import TaiyakuApp
async def main():
    with Store.open(sys.argv[1], user="bench") as store:
        project = current_project(store)
        document = list_documents(store, project)[0]
        app = TaiyakuApp(store, project, (document, 25_000), {})
        async with app.run_test(size=(120, 40)) as pilot:
            while getattr(app.screen, "active", None) is None:
                await asyncio.sleep(0.002)
            await asyncio.sleep(0)
            print(time.perf_counter() - began, time.process_time())
asyncio.run(main())
"""


@pytest.fixture
def long_document(store: Store, project: Project) -> Document:
    return add_sentences(
        store, project, tuple(f"第{number}回の協議は{number % 28 + 1}日に中断された。" for number in range(SEGMENTS))
    )


def test_opening_a_long_document_from_the_start_of_the_program(store: Store, long_document: Document) -> None:
    assert long_document.progress.total == SEGMENTS
    times = []
    for _ in range(5):
        run = subprocess.run(
            [sys.executable, "-c", OPEN, str(store.path)],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        times.append(tuple(map(float, run.stdout.split())))
    wall, processor = (list(each) for each in zip(*times, strict=True))
    print(
        f"\nopen {SEGMENTS} segments, imports included: {_figures(wall)} (wanted: under 1500 ms); "
        f"processor time: {_figures(processor)}"
    )


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_key_press(store: Store, project: Project, long_document: Document, size: tuple[int, int]) -> None:
    app = TaiyakuApp(store, project, (long_document, 25_000), {})
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1)
        screen = app.screen
        assert isinstance(screen, EditorScreen)
        editor = screen.query_one(TargetEditor)
        typed, moved = [], []
        for _ in range(40):
            typed.append(await _until_changed(lambda: editor.text, app, events.Key("a", "a")))
            await asyncio.sleep(0.05)
        for _ in range(20):
            moved.append(await _until_changed(lambda: screen.grid.selected, app, events.Key("ctrl+down", None)))
            await asyncio.sleep(0.1)
    print(f"\n{size[0]}×{size[1]} typing: {_figures(typed)}; next segment: {_figures(moved)} (wanted: under 50 ms)")


async def _until_changed(value: Callable[[], object], app: TaiyakuApp, event: events.Key) -> float:
    """Give the seconds from a key until what it changes is changed and drawn."""
    before, began = value(), time.perf_counter()
    app.post_message(event)
    while value() == before:  # noqa: ASYNC110 (to measure is to ask often)
        await asyncio.sleep(0)
    app.screen._compositor.render_update(full=True)
    return time.perf_counter() - began


def _figures(seconds: list[float]) -> str:
    milliseconds = [each * 1000 for each in seconds]
    return f"median {statistics.median(milliseconds):.0f} ms, worst {max(milliseconds):.0f} ms"
