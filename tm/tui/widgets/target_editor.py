"""The editor of a target: Textual's text area, made fit for Japanese and for foreign text."""

from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Document, EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from segments.visible import visible
from tm.tui.lettering import break_offsets, cluster_after, cluster_before, token_after, token_before

_OUR_KEYS = {"f6", "f7"}


class ExactDocument(Document):
    """Lines that end at a line feed and nowhere else, so that every text comes back as it was."""

    def __init__(self, text: str) -> None:
        super().__init__("")
        self._lines = text.split("\n")

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Replace what lies between two locations; gives where the new text ends, and the old text."""
        (top, left), (bottom, right) = sorted((start, end))
        replaced = self.get_text_range(start, end)
        inserted = text.split("\n")
        column = len(inserted[-1]) + (left if len(inserted) == 1 else 0)
        inserted[0] = self._lines[top][:left] + inserted[0]
        inserted[-1] += self._lines[bottom][right:]
        self._lines[top : bottom + 1] = inserted
        return EditResult((top + len(inserted) - 1, column), replaced)


class KinsokuDocument(WrappedDocument):
    """A document broken into lines as Japanese typesetting asks, measured as it is shown."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break every line anew; `tab_width` plays no part, as tabs are shown as pictures."""
        self._width = width
        self._tab_width = tab_width or self._tab_width
        lines = self.document.lines
        self._wrap_offsets = [list(break_offsets(line, width)) for line in lines]
        self._tab_width_cache = [[] for _ in lines]
        self._offset_to_line_info = []
        self._line_index_to_offsets = []
        for index, offsets in enumerate(self._wrap_offsets):
            top = len(self._offset_to_line_info)
            self._offset_to_line_info.extend((index, section) for section in range(len(offsets) + 1))
            self._line_index_to_offsets.append(list(range(top, len(self._offset_to_line_info))))

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:  # noqa: ARG002 (Textual's)
        """Break anew after an edit; a target is short, so all of it is."""
        self.wrap(self._width)

    def get_sections(self, line_index: int) -> list[str]:
        """Give the pieces of a line as they are shown."""
        line = visible(self.document[line_index])
        offsets = [0, *self._wrap_offsets[line_index], len(line)]
        return [line[start:end] for start, end in pairwise(offsets)]


class TargetEditor(TextArea, inherit_bindings=False):
    """The editor of a target.

    Control characters are shown as pictures and kept as they are; the cursor steps over whole characters and words.
    """

    DEFAULT_CSS = """
    TargetEditor { border: none; padding: 0 1; &:focus { border: none; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in _OUR_KEYS
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes, highlight_cursor_line=False)
        self.match_cursor_bracket = False

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is shown."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        """Give where the character before the cursor begins."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, cluster_before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """Give where the character after the cursor ends."""
        row, column = self.cursor_location
        if column == len(self.document[row]):
            return super().get_cursor_right_location()
        return row, cluster_after(self.document[row], column)

    def get_cursor_up_location(self) -> Location:
        """Give where the cursor goes one line up, never inside a character."""
        return self._snapped(super().get_cursor_up_location())

    def get_cursor_down_location(self) -> Location:
        """Give where the cursor goes one line down, never inside a character."""
        return self._snapped(super().get_cursor_down_location())

    def get_cursor_word_left_location(self) -> Location:
        """Give where the word before the cursor begins."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, token_before(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """Give where the word after the cursor ends."""
        row, column = self.cursor_location
        if column == len(self.document[row]):
            return super().get_cursor_right_location()
        return row, token_after(self.document[row], column)

    def action_delete_word_right(self) -> None:
        """Delete to the end of the word after the cursor, or what is selected."""
        start, end = self.selection
        self._delete_via_keyboard(start, self.get_cursor_word_right_location() if start == end else end)

    def put(self, text: str) -> None:
        """Make a text the whole target, as one edit that can be undone; the cursor goes to its end."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()

    def put_in(self, text: str) -> None:
        """Put a text in at the cursor, in place of what is selected; Latin words are kept apart by a space."""
        self.history.checkpoint()
        row, column = min(self.selection)
        before = self.document[row][:column][-1:]
        glued = _is_narrow(before) and _is_narrow(text[:1]) and before not in "([{“‘\"'"
        self.replace(f" {text}" if glued else text, *self.selection, maintain_selection_offset=False)
        self.history.checkpoint()

    async def _on_key(self, event: events.Key) -> None:
        """Leave keys with Alt or Ctrl to the bindings, though terminals send a letter with them."""
        if event.key.startswith(("alt+", "ctrl+")):
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste with line feeds for every kind of line end that terminals send."""
        event.prevent_default()
        event.stop()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        if not self.read_only:
            self.replace(text, *self.selection, maintain_selection_offset=False)

    def _set_document(self, text: str, language: str | None) -> None:  # noqa: ARG002 (targets have no syntax)
        self.document = ExactDocument(text)
        self.wrapped_document = KinsokuDocument(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _snapped(self, location: Location) -> Location:
        row, column = location
        line = self.document[row]
        return row, cluster_before(line, cluster_after(line, column)) if column < len(line) else column


def _is_narrow(character: str) -> bool:
    """Whether it is a visible character one cell wide, as those of scripts with spaces between words are."""
    return bool(character.strip()) and cell_len(character) == 1
