"""The document's text as far as it is translated, following the active segment."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from segments.model import Kind
from tm.tui.look import MUTED, shown
from tm.tui.widgets.text_pane import Block, TextPane
from tm.workbench import PreviewParagraph, PreviewPiece

_INDENTS = {Kind.LIST_ITEM: 2, Kind.NOTE: 2, Kind.TABLE_CELL: 2}
_STYLES = {Kind.TITLE: "bold underline", Kind.HEADING: "bold"}


class PreviewPane(TextPane):
    """Paragraphs: targets where there are any, sources where not; the active segment between angle brackets."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes="pane")
        self.border_title = "Preview"

    def show_preview(self, paragraphs: Sequence[PreviewParagraph], active: int) -> None:
        """Show paragraphs around the segment at position `active`."""
        place = next(
            (
                number
                for number, paragraph in enumerate(paragraphs)
                if any(piece.position == active for piece in paragraph.pieces)
            ),
            0,
        )
        self.show([_paragraph(paragraph, active) for paragraph in paragraphs], follow=(place, place + 1))


def _paragraph(paragraph: PreviewParagraph, active: int) -> Block:
    pieces = [_piece(piece, active).stylize_before(_STYLES.get(paragraph.kind, "")) for piece in paragraph.pieces]
    return Block(_joined(pieces), _INDENTS.get(paragraph.kind, 0))


def _joined(pieces: Sequence[Content]) -> Content:
    """Join sentences, those of scripts with spaces between words by a space."""
    joined = Content("")
    for piece in pieces:
        joined = joined + (" " if cell_len(joined.plain[-1:]) == 1 else "") + piece
    return joined


def _piece(piece: PreviewPiece, active: int) -> Content:
    text = piece.target.strip() or piece.source
    if piece.position == active:
        return shown(f"▸{text}◂", "bold reverse")
    return shown(text, "" if piece.target.strip() else MUTED)
