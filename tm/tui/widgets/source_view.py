"""The source of the active segment, whole, with its terms marked."""

from collections.abc import Sequence

from tm.model import SegmentRecord
from tm.tui.look import shown
from tm.tui.widgets.text_pane import Block, TextPane
from tm.workbench import TermHit


class SourceView(TextPane):
    """The source of the active segment; terms are underlined."""

    def show_source(self, record: SegmentRecord, hits: Sequence[TermHit] = ()) -> None:
        """Show the source of a segment."""
        content = shown(record.source)
        for hit in hits:
            content = content.stylize("underline", hit.hit.start, hit.hit.end)
        self.border_title = f"Source {record.position}"
        self.border_subtitle = "" if record.kind == "text" else str(record.kind)
        self.show([Block(content)])
