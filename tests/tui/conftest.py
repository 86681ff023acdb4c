"""What the tests of the screens need: the application on a real database, at a size."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from tm.model import Document, Project
from tm.store import Store
from tm.tui.app import TaiyakuApp
from tm.tui.screens.segments import SegmentScreen

Opening = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look things up as soon as a segment is active, and let a conflict be settled as soon as it is shown."""
    monkeypatch.setattr("tm.tui.screens.segments.SETTLE", 0.001)
    monkeypatch.setattr("tm.tui.dialogs.conflict.UNSEEN", 0.0)


@pytest.fixture
def opened(store: Store, project: Project, document: Document) -> Opening:
    """Open the application on the document, or on the list of documents with `position=0`."""

    @asynccontextmanager
    async def opening(
        size: tuple[int, int] = (80, 24),
        *,
        position: int = 1,
        shown: Document | None = None,
        using: Store | None = None,
    ) -> AsyncIterator[Pilot[None]]:
        start = (shown or document, position) if position else None
        app = TaiyakuApp(using or store, project, start, {})
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return opening


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the database has answered, and the screen shows what it said."""
    for _ in range(3):
        await pilot.pause(0.02)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def app_of(pilot: Pilot[None]) -> TaiyakuApp:
    assert isinstance(pilot.app, TaiyakuApp)
    return pilot.app


def screen_of(pilot: Pilot[None]) -> SegmentScreen:
    assert isinstance(pilot.app.screen, SegmentScreen)
    return pilot.app.screen


def text_of(pilot: Pilot[None]) -> str:
    """Give what the terminal shows, line by line."""
    screen = pilot.app.screen
    lines = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)
