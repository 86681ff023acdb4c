"""A list of any length that asks for its rows page by page as they come into view."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tm.tui.look import MUTED

PAGE = 200
_KEPT_PAGES = 20

Row = TypeVar("Row")


class PagedRows(ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows of equal height, of which only the pages near those in view are held.

    Whoever owns the list answers `PageWanted` with `show_page`. Rows count from 0.
    """

    DEFAULT_CSS = """
    PagedRows {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .rows--selected { background: $primary-muted; text-style: bold; }
        & > .rows--even { background: $boost; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--selected", "rows--even"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "pick", "Pick", show=False)]

    selected = reactive(0, repaint=False)
    row_height = reactive(1)

    class PageWanted(Message):
        """A page came into view that is not held."""

        def __init__(self, rows: "PagedRows[Any]", page: int) -> None:
            super().__init__()
            self.rows = rows
            self.page = page

        @property
        def control(self) -> "PagedRows[Any]":
            """The list that wants it."""
            return self.rows

    class Picked(Message):
        """The user chose a row: by a click, or with Enter."""

        def __init__(self, rows: "PagedRows[Any]", row: int) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> "PagedRows[Any]":
            """The list the row is in."""
            return self.rows

    def __init__(self, count: int = 0, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._pages: dict[int, Sequence[Row]] = {}
        self._wanted: set[int] = set()
        self.count = count

    @abstractmethod
    def row_lines(self, row: int, item: Row, width: int) -> list[Content]:
        """Give the lines of a row: at most `row_height` of them, each at most `width` cells."""

    def set_count(self, count: int) -> None:
        """Say how many rows there are; those that are held stay."""
        self.count = count
        self._measure()

    def show_page(self, page: int, items: Sequence[Row]) -> None:
        """Take a page in; the pages farthest from it are let go."""
        self._pages[page] = items
        self._wanted.discard(page)
        while len(self._pages) > _KEPT_PAGES:
            del self._pages[max(self._pages, key=lambda each: abs(each - page))]
        self.refresh()

    def held(self, row: int) -> Row | None:
        """Give a row if it is held."""
        page, place = divmod(row, PAGE)
        items = self._pages.get(page, ())
        return items[place] if 0 <= place < len(items) else None

    def put(self, row: int, item: Row) -> None:
        """Replace a row, if its page is held."""
        page, place = divmod(row, PAGE)
        if place < len(self._pages.get(page, ())):
            items = list(self._pages[page])
            items[place] = item
            self._pages[page] = items
            self.refresh_row(row)

    def read_again(self) -> None:
        """Ask again for the pages in view, which are shown until they come; the others are let go."""
        view = self._pages_in_view()
        self._pages = {page: items for page, items in self._pages.items() if page in view}
        self._wanted.clear()
        for page in view:
            self._want(page)

    def clear(self) -> None:
        """Let every row go."""
        self._pages.clear()
        self._wanted.clear()
        self.set_reactive(PagedRows.selected, 0)
        self.set_count(0)

    def refresh_row(self, row: int) -> None:
        """Draw a row anew."""
        self.refresh_lines(row * self.row_height, self.row_height)

    def rows_in_view(self) -> int:
        """Give how many rows fit the height."""
        return max(1, self.scrollable_content_region.height // self.row_height)

    def validate_selected(self, row: int) -> int:
        """Keep the selection within the rows."""
        return max(0, min(row, self.count - 1))

    def watch_selected(self, before: int, row: int) -> None:
        """Bring the selected row into view."""
        self.refresh_row(before)
        self.refresh_row(row)
        self.bring_into_view()

    def bring_into_view(self) -> None:
        """Scroll by whole rows so that the selected row is seen, with one row around it."""
        first, last = self.selected - 1, self.selected + 2 - self.rows_in_view()
        top = min(max(self.scroll_offset.y // self.row_height, last), max(first, 0))
        self.scroll_to(y=top * self.row_height, animate=False, force=True)

    def watch_row_height(self) -> None:
        """Measure anew."""
        self._measure()

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._measure()
        self.bring_into_view()

    def on_click(self, event: events.Click) -> None:
        """Pick the row under the pointer."""
        row = (event.y + self.scroll_offset.y) // self.row_height
        if row < self.count:
            self.post_message(self.Picked(self, row))

    def action_pick(self) -> None:
        """Pick the selected row."""
        if self.count:
            self.post_message(self.Picked(self, self.selected))

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen."""
        row, line = divmod(y + self.scroll_offset.y, self.row_height)
        width = self.scrollable_content_region.width
        if row >= self.count:
            return Strip.blank(width, self.rich_style)
        style = self._row_style(row)
        item = self.held(row)
        lines = [Content.styled("  …", MUTED)] if item is None else self.row_lines(row, item, width)
        content = lines[line] if line < len(lines) else Content("")
        strip = Strip(content.render_segments(style), content.cell_length)
        return strip.adjust_cell_length(width, style.rich_style)

    def _row_style(self, row: int) -> Style:
        """Give the style of a row; where rows have several lines, every other one stands out."""
        if row == self.selected:
            return self.get_visual_style("rows--selected")
        return self.get_visual_style("rows--even") if self.row_height > 1 and row % 2 else self.visual_style

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the pages that came into view."""
        super().watch_scroll_y(old_value, new_value)
        self._ask_for_view()

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.count * self.row_height)
        self._ask_for_view()
        self.refresh()

    def _ask_for_view(self) -> None:
        for page in self._pages_in_view():
            if page not in self._pages and page not in self._wanted:
                self._want(page)

    def _pages_in_view(self) -> range:
        first = self.scroll_offset.y // self.row_height
        last = min(first + self.rows_in_view(), self.count - 1)
        return range(first // PAGE, last // PAGE + 1)

    def _want(self, page: int) -> None:
        self._wanted.add(page)
        self.post_message(self.PageWanted(self, page))
