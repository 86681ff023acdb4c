"""The other screens: documents, review, concordance, help; and what holds for all of them."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.conftest import add_sentences
from tests.tui.conftest import Opening, app_of, screen_of, settle, text_of
from tm.errors import InputError
from tm.model import Document, Project, Status
from tm.store import Store
from tm.tui.actions import SCREENS, bindings, every_action
from tm.tui.dialogs.history import HistoryDialog
from tm.tui.dialogs.notice import NoticeDialog
from tm.tui.keymap import read_keymap
from tm.tui.screens.concordance import ConcordanceScreen
from tm.tui.screens.documents import DocumentsScreen
from tm.tui.screens.editor import EditorScreen
from tm.tui.screens.help import HelpScreen
from tm.tui.screens.review import ReviewScreen
from tm.tui.widgets.source_view import SourceView
from tm.tui.widgets.target_editor import TargetEditor
from tm.workbench import add_comment, comments, confirm, list_documents, new_project, segments_page


def confirmed(store: Store, document: Document) -> None:
    for one in segments_page(store, document.id, 1, 5):
        confirm(store, one, f"Sentence {one.position}.")


async def test_the_documents_show_their_progress_and_where_a_confirm_goes(
    opened: Opening, store: Store, document: Document
) -> None:
    confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks broke off.")
    async with opened(position=0) as pilot:
        shown = text_of(pilot)
        assert "talks.txt" in shown
        assert "20%  1/5 segments" in shown
        assert "confirms go to the memory arctic (Polar Institute)" in shown
        await pilot.press("enter")
        await settle(pilot)
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 2
        await pilot.press("f2")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DocumentsScreen)


async def test_another_project_can_be_chosen(opened: Opening, store: Store, project: Project) -> None:
    other = new_project(store, "antarctic", client="Penguin Press")
    add_sentences(store, other, ("別の文。",))
    async with opened(position=0) as pilot:
        await pilot.press("p")
        await settle(pilot)
        assert "antarctic · Penguin Press" in text_of(pilot)
        assert project.name in text_of(pilot)
        choices = pilot.app.screen.query_one(OptionList)
        choices.highlighted = 0
        await pilot.press("enter")
        await settle(pilot)
        assert "antarctic (Penguin Press)" in text_of(pilot)
        assert "0/1 segments" in text_of(pilot)


async def test_a_file_is_brought_in_and_a_missing_one_is_an_error_to_read(
    opened: Opening, store: Store, project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "second.txt"
    file.write_text("次の会合は来月に開かれる。\n", "utf-8")
    async with opened((200, 60), position=0) as pilot:
        for name in (file, tmp_path / "none.txt"):
            await pilot.press("i")
            await pilot.pause()
            pilot.app.screen.query_one(Input).value = str(name)
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(pilot.app.screen, NoticeDialog)
        assert [one.name for one in list_documents(store, project)] == ["talks.txt", "second.txt"]


async def test_a_file_of_units_is_no_document_and_the_user_is_told_how_to_bring_it_in(
    opened: Opening, store: Store, project: Project, tmp_path: Path
) -> None:
    units = tmp_path / "agency.tmx"
    units.write_text("<tmx version='1.4'><header/><body/></tmx>", encoding="utf-8")
    async with opened((200, 60), position=0) as pilot:
        await pilot.press("i")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = str(units)
        await pilot.press("enter")
        await settle(pilot)
        assert "tm import FILE" in text_of(pilot)
    assert [one.name for one in list_documents(store, project)] == ["talks.txt"]


async def test_a_project_without_documents_says_how_to_bring_one_in(opened: Opening, store: Store) -> None:
    new_project(store, "empty")
    async with opened(position=0) as pilot:
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert "No documents yet. Press I" in text_of(pilot)


@pytest.mark.parametrize("screen", ["editor", "review"])
async def test_a_source_longer_than_its_pane_is_read_to_its_end_by_keys(
    opened: Opening, store: Store, project: Project, screen: str
) -> None:
    long = add_sentences(store, project, (f"始まり{'とても長い文が続き、' * 100}終わる。",))
    async with opened(shown=long) as pilot:
        if screen == "review":
            await pilot.press("f8")
            await settle(pilot)
        source = pilot.app.screen.query_one(SourceView)
        for key, top in (("alt+pagedown", source.max_scroll_y), ("alt+pageup", 0)):
            await pilot.press(*[key] * 20)
            await settle(pilot)
            assert source.scroll_offset.y == top
        assert source.max_scroll_y > 0


async def test_the_review_of_an_open_segment_shows_no_empty_mark(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.press("f8")
        await settle(pilot)
        assert "Target · open" in text_of(pilot)


async def test_the_reviewer_accepts_and_rejects_with_a_reason(
    opened: Opening, store: Store, document: Document
) -> None:
    confirmed(store, document)
    async with opened((200, 60)) as pilot:
        await pilot.press("f8")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "Target · ✓ confirmed" in text_of(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("f6")
        await pilot.press(*"vague", "enter")
        await settle(pilot)
        statuses = [one.status for one in segments_page(store, document.id, 1, 5)]
        assert statuses == [Status.ACCEPTED, Status.REJECTED, *[Status.CONFIRMED] * 3]
        assert [one.text for one in comments(store, 2)] == ["vague"]
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 3
        await pilot.press("up")
        await settle(pilot)
        assert '"vague"' in text_of(pilot)
        await pilot.press("f8", "alt+n")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert "Target · rejected" in text_of(pilot)


async def test_what_changed_since_the_reviewer_looked_is_shown_instead_of_judged(
    opened: Opening, store: Store, document: Document, tmp_path: Path
) -> None:
    confirmed(store, document)
    async with opened((200, 60)) as pilot:
        await pilot.press("f8")
        await settle(pilot)
        with Store.open(tmp_path / "memory.db", user="suzuki") as other:
            confirm(other, segments_page(other, document.id, 1, 1)[0], "Another sentence.")
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoticeDialog)
        await pilot.press("enter")
        await settle(pilot)
        assert "Another sentence." in text_of(pilot)
        assert segments_page(store, document.id, 1, 1)[0].status is Status.CONFIRMED
        await pilot.press("f5")
        await settle(pilot)
        assert segments_page(store, document.id, 1, 1)[0].status is Status.ACCEPTED


async def test_a_comment_and_the_history_tell_who_changed_what(
    opened: Opening, store: Store, document: Document
) -> None:
    first = confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks stopped.")
    confirm(store, first, "The talks broke off.")
    async with opened() as pilot:
        await pilot.press("alt+c")
        await pilot.press(*"why", "enter")
        await settle(pilot)
        await pilot.press("alt+p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HistoryDialog)
        shown = text_of(pilot)
        assert "tanaka  confirm" in shown
        assert "The talks [-stopped-]{+broke off+}." in shown
        assert '"why"' in shown


async def test_concordance_finds_the_selected_text_and_inserts_a_target(
    opened: Opening, store: Store, document: Document
) -> None:
    confirmed(store, document)
    async with opened(position=5) as pilot:
        editor = pilot.app.screen.query_one(TargetEditor)
        editor.put("")
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConcordanceScreen)
        await pilot.press(*"sentence")
        await pilot.pause(0.3)
        await settle(pilot)
        assert "5 found" in text_of(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert editor.text.startswith("Sentence ")


async def test_the_arrows_lead_the_reviewer_through_a_long_document(
    opened: Opening, store: Store, project: Project
) -> None:
    long = add_sentences(store, project, tuple(f"第{number}文。" for number in range(1, 301)))
    async with opened(shown=long, position=250) as pilot:
        await pilot.press("f8")
        await settle(pilot)
        await pilot.press("down", "down", "up")
        await settle(pilot)
        active = screen_of(pilot).active
        assert active is not None
        assert active.position == 251
        await pilot.press("pageup")
        await settle(pilot)
        assert screen_of(pilot).grid.selected < 249


async def test_names_and_comments_are_never_markup_nor_obeyed(opened: Opening, store: Store) -> None:
    nasty = "[red]x[/red] [/] \x1b[2J"
    picture = "[red]x[/red] [/] ␛[2J"
    other = new_project(store, nasty, client=nasty)
    document = add_sentences(store, other, ("文。", "文。"))
    record = confirm(store, segments_page(store, document.id, 1, 1)[0], nasty)
    add_comment(store, record.id, nasty)
    async with opened((200, 60), position=0) as pilot:
        await pilot.press("p")
        await settle(pilot)
        assert f"{picture} · {picture}" in text_of(pilot)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert f"memory {picture} ({picture})" in text_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert f"100% exact · {picture}" in text_of(pilot)
        await pilot.press("ctrl+up", "alt+p")
        await settle(pilot)
        assert f'"{picture}"' in text_of(pilot)
        await pilot.press("escape", "f4")
        await pilot.press(*"red")
        await pilot.pause(0.3)
        await settle(pilot)
        assert f"Unit · {picture}" in text_of(pilot)
        assert "\x1b" not in text_of(pilot)


async def test_help_shows_every_key_of_the_screen(opened: Opening) -> None:
    async with opened((200, 70)) as pilot:
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = text_of(pilot)
        assert "F5, Ctrl+J, Ctrl+Enter" in shown
        assert "Alt+Q" in shown
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, EditorScreen)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 24), (80, 50), (200, 60)])
async def test_source_target_and_matches_are_seen_at_every_sensible_size(
    opened: Opening, store: Store, document: Document, size: tuple[int, int]
) -> None:
    confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks broke off.")
    async with opened(size, position=4) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        shown = text_of(pilot)
        for part in ("Source 4", "Target · open", "Matches 1", "Terms", "100% exact", "→ memory arctic", "F5 Confirm"):
            assert part in shown
        assert shown.count("The talks broke off.") >= 2


async def test_the_theme_changes_between_dark_and_light(opened: Opening) -> None:
    async with opened() as pilot:
        before = pilot.app.current_theme.dark
        await pilot.press("f12")
        await settle(pilot)
        assert pilot.app.current_theme.dark is not before
        assert "協議は二日目に中断された。" in text_of(pilot)


async def test_the_palette_offers_the_actions_of_the_screen(opened: Opening) -> None:
    async with opened() as pilot:
        offered = {command.title for command in app_of(pilot).get_system_commands(pilot.app.screen)}
        assert {"Confirm", "Concordance", "Undo", "Quit"} <= offered


async def test_no_color_leaves_no_colour_in_what_is_written(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        for strip in pilot.app.screen._compositor.render_strips():
            for segment in strip:
                assert segment.style is None or segment.style.color is None or segment.style.color.is_default
                assert segment.style is None or segment.style.bgcolor is None or segment.style.bgcolor.is_default


def test_no_key_means_two_things_on_one_screen() -> None:
    for screen, actions in SCREENS.items():
        keys = [key for action in actions for key in action.keys.split(",")]
        assert len(keys) == len(set(keys)), screen


def test_keys_are_ones_that_every_terminal_sends() -> None:
    for action in every_action().values():
        for key in action.keys.split(","):
            assert key not in {"f10", "f11", "ctrl+m", "ctrl+i", "ctrl+h", "alt+b", "alt+f"}, action.name
            assert not key.startswith("ctrl+shift+"), action.name
            assert not (key.startswith(("alt+", "ctrl+")) and key[-1].isdigit()), action.name


def test_every_action_has_a_name_of_its_own_and_a_binding() -> None:
    for name, action in every_action().items():
        assert [binding.id for binding in bindings([action])] == [name]
    for actions in SCREENS.values():
        assert len({action.name for action in actions}) == len(actions)


def test_the_users_keys_are_read(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    assert read_keymap(file) == {}
    file.write_text('[editor]\nconfirm = "f5,ctrl+o"\n', "utf-8")
    assert read_keymap(file) == {"editor.confirm": "f5,ctrl+o"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[editor]\nconfrim = "f5"\n', "Did you mean 'editor.confirm'"),
        ("[editor]\nconfirm = 5\n", "needs its keys as text"),
        ("editor = [", "cannot be read"),
        ('[editor]\nconfirm = "f6"\n', "means both 'editor.confirm' and 'editor.insert_match'"),
    ],
)
def test_faults_in_the_users_keys_are_told_with_the_nearest_name(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(InputError, match=said):
        read_keymap(file)
