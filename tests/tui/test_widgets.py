"""The widgets alone: rows that come page by page, an editor fit for Japanese, panes that break by kinsoku."""

from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.keys import _character_to_key
from textual.widget import Widget

from segments.model import Kind
from tm.model import SegmentRecord, Status
from tm.tui.widgets.paged_rows import PAGE, PagedRows
from tm.tui.widgets.segment_grid import SegmentGrid
from tm.tui.widgets.target_editor import ExactDocument, TargetEditor
from tm.tui.widgets.text_pane import Block, TextPane

Shown = TypeVar("Shown", bound=Widget)


class Stage(App[None], Generic[Shown]):
    """Nothing but the widget under test."""

    def __init__(self, widget: Shown) -> None:
        super().__init__()
        self.widget = widget
        self.asked: list[int] = []
        self.picked: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_paged_rows_page_wanted(self, message: PagedRows.PageWanted) -> None:
        self.asked.append(message.page)
        message.rows.show_page(message.page, [record(message.page * PAGE + row + 1) for row in range(PAGE)])

    def on_paged_rows_picked(self, message: PagedRows.Picked) -> None:
        self.picked.append(message.row)


def record(position: int, target: str = "") -> SegmentRecord:
    return SegmentRecord(
        position, 1, position, 0, Kind.TEXT, f"第{position}文。", target, Status.DRAFT if target else Status.OPEN, 1
    )


def lines_of(widget: Widget) -> list[str]:
    return [strip.text for strip in widget.render_lines(widget.size.region)]


async def test_a_hundred_thousand_rows_ask_only_for_the_pages_in_view() -> None:
    app = Stage(SegmentGrid(100_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.asked == [0]
        app.widget.selected = 99_999
        await pilot.pause()
        await pilot.pause()
        assert app.asked == [0, 499]
        assert "100000" in lines_of(app.widget)[-1]


async def test_the_selected_row_is_marked_without_colour_and_stays_in_view() -> None:
    app = Stage(SegmentGrid(500))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        app.widget.selected = 42
        await pilot.pause()
        marked = [line for line in lines_of(app.widget) if "▸" in line]
        assert len(marked) == 1
        assert "▸ 43" in marked[0]


async def test_a_click_picks_the_row_under_the_pointer() -> None:
    app = Stage(SegmentGrid(500))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        await pilot.click(SegmentGrid, offset=(20, 3))
        assert app.picked == [3]


async def test_a_row_that_changed_is_drawn_anew() -> None:
    app = Stage(SegmentGrid(500))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        app.widget.put(2, record(3, "The third."))
        assert "~ " in lines_of(app.widget)[2]
        assert "The third." in lines_of(app.widget)[2]


async def test_markup_and_controls_in_a_segment_are_shown_as_they_are() -> None:
    app = Stage(SegmentGrid(1))
    async with app.run_test(size=(80, 5)) as pilot:
        await pilot.pause()
        app.widget.show_page(0, [record(1, "[b]x[/] \x1b[2J \u202ebidi")])
        assert "[b]x[/] ␛[2J ⇇bidi" in lines_of(app.widget)[0]


async def test_rows_of_two_lines_show_two_lines_of_each_text() -> None:
    app = Stage(SegmentGrid(10))
    app.widget.row_height = 2
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        app.widget.show_page(0, [record(1, "one two three four five six seven eight nine ten")])
        first, second, *_ = lines_of(app.widget)
        assert "one two three" in first
        assert second.rstrip().endswith("…")


@given(st.text())
def test_every_text_comes_back_from_a_document_as_it_was(text: str) -> None:
    assert ExactDocument(text).text == text


@given(st.text("ab\n\r\x85\u2028"), st.data())
def test_a_replaced_range_is_what_slicing_gives(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("xy\n\u2029"))
    document = ExactDocument(text)
    result = document.replace_range(document.get_location_from_index(start), document.get_location_from_index(end), new)
    assert document.text == text[:start] + new + text[end:]
    assert result.replaced_text == text[start:end]
    assert document.get_index_from_location(result.end_location) == start + len(new)


async def test_typing_japanese_and_undoing_it() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 10)) as pilot:
        app.widget.focus()
        for character in "核実験を行った。":
            app.post_message(events.Key(_character_to_key(character), character))
        await pilot.pause()
        assert app.widget.text == "核実験を行った。"
        await pilot.press("ctrl+z")
        assert app.widget.text == ""


async def test_the_cursor_never_stops_inside_a_character() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 10)) as pilot:
        app.widget.load_text("e\u0301か\u3099")
        app.widget.focus()
        columns = []
        for _ in range(2):
            await pilot.press("right")
            columns.append(app.widget.cursor_location[1])
        assert columns == [2, 4]
        await pilot.press("backspace")
        assert app.widget.text == "e\u0301"


async def test_control_and_arrow_step_over_words_in_japanese() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 10)) as pilot:
        app.widget.load_text("彼は核実験を行った")
        app.widget.focus()
        await pilot.press("ctrl+right", "ctrl+right")
        assert app.widget.cursor_location == (0, 6)
        await pilot.press("ctrl+w")
        assert app.widget.text == "彼は行った"


async def test_no_line_of_the_editor_begins_with_a_full_stop() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(13, 6)) as pilot:
        app.widget.load_text("交渉が決裂。")
        await pilot.pause()
        assert [line.strip() for line in lines_of(app.widget)[:2]] == ["交渉が決", "裂。"]


async def test_the_editor_shows_controls_as_pictures_and_keeps_them() -> None:
    hostile = "a\x1b[2Jb\u202ec\td\u2028e"
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 6)) as pilot:
        app.widget.load_text(hostile)
        await pilot.pause()
        assert "a␛[2Jb⇇c␉d␤e" in lines_of(app.widget)[0]
        assert app.widget.text == hostile


async def test_a_paste_brings_line_ends_in_as_line_feeds() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 6)) as pilot:
        app.widget.focus()
        await pilot.pause()
        app.widget.post_message(events.Paste("one\r\ntwo\rthree"))
        await pilot.pause()
        assert app.widget.text == "one\ntwo\nthree"


async def test_a_whole_target_put_in_is_one_undo() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 6)) as pilot:
        app.widget.focus()
        await pilot.press("x")
        app.widget.put("A whole sentence.")
        assert app.widget.text == "A whole sentence."
        await pilot.press("ctrl+z")
        assert app.widget.text == "x"


@pytest.mark.parametrize(("before", "term", "after"), [("the", "summit", "the summit"), ("首脳", "会談", "首脳会談")])
async def test_a_term_is_kept_apart_from_a_latin_word(before: str, term: str, after: str) -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 6)) as pilot:
        app.widget.focus()
        await pilot.press(*before)
        app.widget.put_in(term)
        assert app.widget.text == after


async def test_a_pane_breaks_its_blocks_and_follows_one() -> None:
    app = Stage(TextPane())
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        app.widget.show([Block(Content(f"{number} 交渉は決裂した。"), 2) for number in range(30)], follow=(20, 21))
        await pilot.pause()
        assert any("20 " in line for line in lines_of(app.widget))
        assert "  20 交渉は決裂し" in app.widget.text


async def test_a_key_with_alt_types_nothing() -> None:
    app = Stage(TargetEditor())
    async with app.run_test(size=(40, 6)) as pilot:
        app.widget.focus()
        await pilot.pause()
        app.post_message(events.Key("alt+q", "q"))
        await pilot.pause()
        assert app.widget.text == ""


async def test_nothing_of_a_pane_is_hidden_behind_its_scrollbar() -> None:
    app = Stage(TextPane())
    text = "あいうえおかきくけこさしすせそたちつてと" * 8
    async with app.run_test(size=(24, 5)) as pilot:
        await pilot.pause()
        app.widget.show([Block(Content(text))])
        await pilot.pause()
        assert app.widget.show_vertical_scrollbar
        assert text.startswith("".join(line.strip(" ▁▂▃▄▅▆▇█") for line in lines_of(app.widget)))
