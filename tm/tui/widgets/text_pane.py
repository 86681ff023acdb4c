"""A pane of paragraphs, broken by kinsoku, that scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tm.tui.lettering import break_offsets


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a pane: content without line ends, indented by so many cells, its later lines by `hang` more."""

    content: Content
    indent: int = 0
    hang: int = 0


def laid_out(blocks: Sequence[Block], width: int) -> tuple[list[Content], list[int]]:
    """Give the lines of blocks at a width, and the number of the line that each block begins at."""
    lines: list[Content] = []
    begins: list[int] = []
    for block in blocks:
        begins.append(len(lines))
        offsets = break_offsets(block.content.plain, max(2, width - block.indent - block.hang))
        first, *later = block.content.divide(offsets)
        lines.append(first.pad_left(block.indent))
        lines.extend(piece.pad_left(block.indent + block.hang) for piece in later)
    return lines, begins


class TextPane(ScrollView, can_focus=False):
    """Paragraphs of text; `show` replaces them."""

    DEFAULT_CSS = """
    TextPane { padding: 0 1; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = ()
        self._lines: list[Content] = []
        self._begins: list[int] = []
        self._followed: tuple[int, int] | None = None

    def show(self, blocks: Sequence[Block], *, follow: tuple[int, int] | None = None) -> None:
        """Show blocks; those numbered from `follow[0]` up to `follow[1]` are brought into view."""
        self._blocks = blocks
        self._followed = follow
        self._lay_out()
        if self.styles.is_auto_height:
            self.refresh(layout=True)

    @property
    def text(self) -> str:
        """What is shown, line by line."""
        return "\n".join(line.plain for line in self._lines)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's)
        """Give the height that the blocks take at a width, for a pane as high as its text."""
        return len(laid_out(self._blocks, width)[0])

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        style = self.visual_style
        if line >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        content = self._lines[line]
        strip = Strip(content.render_segments(style), content.cell_length)
        return strip.adjust_cell_length(width, style.rich_style)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._lines, self._begins = laid_out(self._blocks, width)
        self.virtual_size = Size(width, len(self._lines))
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        if self._followed is None:
            self.scroll_to(y=0, animate=False)
            return
        ends = [*self._begins, len(self._lines)]
        top, bottom = (ends[min(each, len(ends) - 1)] for each in self._followed)
        self.scroll_to_region(Region(0, top, 1, max(1, bottom - top)), animate=False, force=True, x_axis=False)
