"""Translating: from segment to segment, with matches, terms, drafts, confirms and undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot
from textual.widgets import Input

from glossary.model import Concept, Term, TermStatus
from tests.tui.conftest import Opening, app_of, screen_of, settle, text_of
from tm.model import Document, Project, Status
from tm.store import Store
from tm.tui.dialogs.conflict import ConflictDialog
from tm.tui.dialogs.notice import NoticeDialog
from tm.tui.screens.editor import EditorScreen
from tm.tui.widgets.preview_pane import PreviewPane
from tm.tui.widgets.target_editor import TargetEditor
from tm.workbench import add_concept, confirm, history, save_draft, segments_page


def stored(store: Store, document: Document) -> list[tuple[str, Status]]:
    return [(one.target, one.status) for one in segments_page(store, document.id, 1, 100)]


def editor_of(pilot: Pilot[None]) -> TargetEditor:
    return pilot.app.screen.query_one(TargetEditor)


async def write(pilot: Pilot[None], text: str) -> None:
    editor_of(pilot).put_in(text)
    await pilot.pause()


@pytest.mark.parametrize("key", ["f5", "ctrl+j", "ctrl+enter"])
async def test_confirm_stores_a_unit_and_goes_to_the_next_open_segment(
    opened: Opening, store: Store, document: Document, key: str
) -> None:
    async with opened() as pilot:
        await write(pilot, "The talks broke off.")
        await pilot.press(key)
        await settle(pilot)
        assert stored(store, document)[0] == ("The talks broke off.", Status.CONFIRMED)
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 2
        assert editor_of(pilot).text == ""


async def test_a_confirmed_segment_is_offered_as_a_match_for_a_similar_one(opened: Opening) -> None:
    async with opened((200, 60)) as pilot:
        await write(pilot, "The talks broke off.")
        await pilot.press("f5")
        await settle(pilot)
        screen_of(pilot).go_to(4)
        await settle(pilot)
        assert "The talks broke off." in pilot.app.screen.query_one("#matches").text  # type: ignore[attr-defined]
        await pilot.press("f6")
        assert editor_of(pilot).text == "The talks broke off."
        await pilot.press("f5")
        await settle(pilot)
        origin = history(app_of(pilot).store, segments_page(app_of(pilot).store, 1, 4, 1)[0].id)[-1].origin
        assert origin.startswith("match 10")


async def test_one_key_inserts_a_match_by_its_number(opened: Opening, store: Store, document: Document) -> None:
    confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks broke off.")
    async with opened(position=4) as pilot:
        await pilot.press("alt+q")
        assert editor_of(pilot).text == "The talks broke off."
        await pilot.press("alt+w")
        assert editor_of(pilot).text == "The talks broke off."


async def test_terms_are_shown_with_what_is_forbidden_and_put_in_by_one_key(
    opened: Opening, store: Store, project: Project
) -> None:
    add_concept(
        store,
        project,
        Concept(
            (
                Term("制裁", "ja"),
                Term("sanctions", "en"),
                Term("punishment", "en", TermStatus.FORBIDDEN),
            )
        ),
    )
    async with opened((200, 60), position=3) as pilot:
        assert "制裁 → sanctions, ✗not: punishment" in text_of(pilot)
        await write(pilot, "Lifting the")
        await pilot.press("alt+a")
        assert editor_of(pilot).text == "Lifting the sanctions"


async def test_a_new_term_is_found_at_once(opened: Opening) -> None:
    async with opened((200, 60), position=3) as pilot:
        await write(pilot, "sanctions")
        editor_of(pilot).action_select_all()
        await pilot.press("ctrl+t")
        await pilot.pause()
        pilot.app.screen.query_one("#term", Input).value = "制裁"
        await pilot.press("enter")
        await settle(pilot)
        assert "制裁 → sanctions" in text_of(pilot)


async def test_what_is_typed_is_a_draft_after_a_second(opened: Opening, store: Store, document: Document) -> None:
    async with opened() as pilot:
        await write(pilot, "The tal")
        assert "unsaved" in text_of(pilot)
        await pilot.pause(1.2)
        await settle(pilot)
        assert stored(store, document)[0] == ("The tal", Status.DRAFT)
        assert "│ saved │" in text_of(pilot)


async def test_leaving_a_segment_saves_its_draft(opened: Opening, store: Store, document: Document) -> None:
    async with opened() as pilot:
        await write(pilot, "The tal")
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert stored(store, document)[0] == ("The tal", Status.DRAFT)
        await pilot.press("ctrl+up")
        await settle(pilot)
        assert editor_of(pilot).text == "The tal"


async def test_quitting_saves_the_draft(opened: Opening, store: Store, document: Document) -> None:
    async with opened() as pilot:
        await write(pilot, "The tal")
        await pilot.press("ctrl+q")
        await pilot.app.workers.wait_for_complete()
    assert stored(store, document)[0] == ("The tal", Status.DRAFT)


async def test_an_empty_target_is_not_confirmed_and_says_why(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoticeDialog)
        assert "no translation yet" in text_of(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_all_drafts_are_confirmed_at_once_and_taken_back_at_once(
    opened: Opening, store: Store, document: Document
) -> None:
    for one in segments_page(store, document.id, 1, 3):
        save_draft(store, one, f"Sentence {one.position}.")
    async with opened() as pilot:
        await pilot.press("alt+x", "y")
        await settle(pilot)
        assert [status for _, status in stored(store, document)][:3] == [Status.CONFIRMED] * 3
        await pilot.press("alt+z")
        await settle(pilot)
        assert [status for _, status in stored(store, document)][:3] == [Status.DRAFT] * 3


async def test_an_undo_leaves_what_somebody_else_changed_since_and_says_so(
    opened: Opening, store: Store, document: Document, tmp_path: Path
) -> None:
    mine = confirm(store, segments_page(store, document.id, 1, 1)[0], "Mine.")
    with Store.open(tmp_path / "memory.db", user="suzuki") as other:
        confirm(other, mine, "Theirs.")
    async with opened((200, 60)) as pilot:
        await pilot.press("alt+z")
        await settle(pilot)
        assert ["changed again since" in told.message for told in pilot.app._notifications] == [True]
    assert stored(store, document)[0] == ("Theirs.", Status.CONFIRMED)


async def test_unconfirming_keeps_the_text(opened: Opening, store: Store, document: Document) -> None:
    confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks broke off.")
    async with opened() as pilot:
        await pilot.press("alt+v")
        await settle(pilot)
        assert stored(store, document)[0] == ("The talks broke off.", Status.OPEN)
        assert editor_of(pilot).text == "The talks broke off."


async def test_the_source_is_copied_by_one_key(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.press("alt+m")
        active = screen_of(pilot).active
        assert active is not None
        assert editor_of(pilot).text == active.source


async def test_a_number_leads_to_its_segment(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+g", "4", "enter")
        await settle(pilot)
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 4


async def test_next_open_passes_over_what_is_done(opened: Opening, store: Store, document: Document) -> None:
    for one in segments_page(store, document.id, 2, 2):
        confirm(store, one, f"Sentence {one.position}.")
    async with opened() as pilot:
        await pilot.press("f3")
        await settle(pilot)
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 4


async def test_the_preview_follows_and_can_be_hidden(opened: Opening) -> None:
    async with opened((200, 60)) as pilot:
        preview = pilot.app.screen.query_one(PreviewPane)
        assert "▸協議は二日目に中断された。◂" in preview.text
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert "▸双方は再開の時期を示さなかった。◂" in preview.text
        await pilot.press("f9")
        assert not preview.display


async def test_a_segment_confirmed_elsewhere_meanwhile_is_a_conflict_and_mine_can_be_kept(
    opened: Opening, store: Store, document: Document, tmp_path: Path
) -> None:
    async with opened() as pilot:
        await conflict(pilot, document, tmp_path)
        shown = text_of(pilot)
        assert "suzuki" in shown
        assert "Theirs." in shown
        assert "Mine." in shown
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert stored(store, document)[0] == ("Mine.", Status.CONFIRMED)
        assert "Theirs." in [one.target for one in history(store, 1)]


async def test_after_a_conflict_theirs_can_be_taken_and_mine_comes_back_with_undo(
    opened: Opening, store: Store, document: Document, tmp_path: Path
) -> None:
    async with opened() as pilot:
        await conflict(pilot, document, tmp_path)
        await pilot.press("f6")
        await settle(pilot)
        assert stored(store, document)[0] == ("Theirs.", Status.CONFIRMED)


async def test_after_a_conflict_mine_can_be_edited_first(
    opened: Opening, store: Store, document: Document, tmp_path: Path
) -> None:
    async with opened() as pilot:
        await conflict(pilot, document, tmp_path)
        await write(pilot, " And theirs.")
        await pilot.press("f5")
        await settle(pilot)
        assert stored(store, document)[0] == ("Mine. And theirs.", Status.CONFIRMED)


TYPED = "全角　空白\N{NO-BREAK SPACE}と👩\N{ZERO WIDTH JOINER}👧\ue000"


async def test_every_character_that_is_typed_arrives_in_the_target(opened: Opening) -> None:
    async with opened() as pilot:
        await type_in(pilot, TYPED)
        assert editor_of(pilot).text == TYPED


async def test_every_character_that_is_typed_arrives_in_a_dialog(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.press("alt+c")
        await type_in(pilot, TYPED)
        assert pilot.app.screen.query_one(Input).value == TYPED


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Send a text as a terminal does."""
    for event in XTermParser().feed(text):
        pilot.app.post_message(event)
    await settle(pilot)


@pytest.mark.parametrize("key", ["f5", "f6"])
async def test_a_key_pressed_before_a_conflict_could_be_seen_settles_nothing(
    opened: Opening, store: Store, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("tm.tui.dialogs.conflict.UNSEEN", 60.0)
    async with opened() as pilot:
        await conflict(pilot, document, tmp_path)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConflictDialog)
        assert editor_of(pilot).text == "Mine."
        assert stored(store, document)[0] == ("Theirs.", Status.CONFIRMED)


async def conflict(pilot: Pilot[None], document: Document, folder: Path) -> None:
    """Have somebody else confirm the active segment, then confirm it too."""
    with Store.open(folder / "memory.db", user="suzuki") as other:
        confirm(other, segments_page(other, document.id, 1, 1)[0], "Theirs.")
    await write(pilot, "Mine.")
    await pilot.press("f5")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ConflictDialog)


async def test_what_others_do_is_seen_without_asking(
    opened: Opening, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tm.tui.screens.segments.POLL", 0.1)
    async with opened() as pilot:
        await pilot.pause(0.2)
        with Store.open(tmp_path / "memory.db", user="suzuki") as other:
            confirm(other, segments_page(other, document.id, 1, 1)[0], "Theirs.")
        await pilot.pause(0.4)
        await settle(pilot)
        assert editor_of(pilot).text == "Theirs."


async def test_drafts_of_fast_moves_are_all_kept(opened: Opening, store: Store, document: Document) -> None:
    async with opened() as pilot:
        for number in range(1, 5):
            await write(pilot, f"Sentence {number}.")
            await pilot.press("ctrl+down")
        await settle(pilot)
        assert [target for target, _ in stored(store, document)] == [*(f"Sentence {n}." for n in range(1, 5)), ""]


async def test_text_that_could_not_be_stored_is_still_there_when_one_comes_back(
    opened: Opening, store: Store, document: Document
) -> None:
    async with opened() as pilot:
        await write(pilot, "bad \ud800 text")
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoticeDialog)
        await pilot.press("enter", "ctrl+up")
        await settle(pilot)
        assert editor_of(pilot).text == "bad \ud800 text"
        assert stored(store, document)[0] == ("", Status.OPEN)


async def test_every_action_of_the_editor_is_a_method(opened: Opening) -> None:
    async with opened() as pilot:
        for action in EditorScreen.KEYS:
            name = f"action_{action.call.partition('(')[0]}"
            found: Callable[..., object] | None = getattr(screen_of(pilot), name, None) or getattr(
                pilot.app, name, None
            )
            assert found is not None, action.name
