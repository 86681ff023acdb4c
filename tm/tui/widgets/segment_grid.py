"""The segments of a document: source beside target, one row for each."""

from itertools import pairwise, zip_longest

from textual.content import Content

from segments.visible import visible
from tm.model import SegmentRecord
from tm.tui.lettering import break_offsets, fitted
from tm.tui.look import MUTED, mark
from tm.tui.widgets.paged_rows import PagedRows


class SegmentGrid(PagedRows[SegmentRecord]):
    """Position, status, source, target; as many lines of each as a row is high."""

    def row_lines(self, row: int, item: SegmentRecord, width: int) -> list[Content]:
        """Give a segment as lines; the active one has a pointer before its number."""
        digits = len(str(self.count))
        half = max(4, (width - digits - 8) // 2)
        pointer = "▸" if row == self.selected else " "
        numbered = Content.assemble(
            (f"{pointer}{item.position:>{digits}} ", MUTED),
            mark(item.status),
            '"' if item.comments else " ",
            " ",
        )
        blank = Content(" " * numbered.cell_length)
        sources = _clipped(item.source, half, self.row_height)
        targets = _clipped(item.target, half, self.row_height)
        return [
            Content.assemble(
                blank if line else numbered, Content(source).truncate(half, pad=True), ("│ ", MUTED), target
            )
            for line, (source, target) in enumerate(zip_longest(sources, targets, fillvalue=""))
        ]


def _clipped(text: str, width: int, height: int) -> list[str]:
    """Give the first lines of a text, the last one with an ellipsis when there is more."""
    text = visible(text[: 2 * width * height])
    kept = [0, *break_offsets(text, width)][:height]
    return [*(text[start:end] for start, end in pairwise(kept)), fitted(text[kept[-1] :], width)]
