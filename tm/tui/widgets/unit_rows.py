"""What a concordance search found: each unit in one row, cut around what was searched for."""

from textual.content import Content

from segments.visible import visible
from tm.model import Unit
from tm.tui.lettering import cluster_before, fitted
from tm.tui.look import MUTED
from tm.tui.widgets.paged_rows import PagedRows

_BEFORE = 12


class UnitRows(PagedRows[Unit]):
    """Units, source beside target, with what was searched for marked."""

    query_text = ""

    def row_lines(self, row: int, item: Unit, width: int) -> list[Content]:
        """Give a unit as one line."""
        half = max(4, (width - 4) // 2)
        pointer = "▸ " if row == self.selected else "  "
        source, target = (around(text, self.query_text, half) for text in (item.source, item.target))
        return [Content.assemble((pointer, "bold"), source.truncate(half, pad=True), ("│ ", MUTED), target)]


def around(text: str, query: str, width: int) -> Content:
    """Give a text cut to a width so that the first place of the query is seen, every place of it underlined."""
    text = visible(text)
    place = text.lower().find(query.lower()) if query else -1
    start = cluster_before(text, place - _BEFORE) if place > width // 2 else 0
    return underlined(fitted(("…" if start else "") + text[start:], width), query)


def underlined(text: str, query: str) -> Content:
    """Give a text with every place of a query underlined."""
    content = Content(visible(text))
    lowered, wanted = text.lower(), query.lower()
    place = lowered.find(wanted) if wanted else -1
    while place >= 0:
        content = content.stylize("underline bold", place, place + len(wanted))
        place = lowered.find(wanted, place + len(wanted))
    return content
