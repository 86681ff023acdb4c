"""Which lines belong to one paragraph."""

import re
from collections.abc import Sequence

from segments.brackets import has_open
from segments.kinds import list_mark
from segments.reflow.layout import Layout, finished
from segments.reflow.lines import Line
from segments.reflow.noise import is_address

_CANNOT_BEGIN = re.compile(r"[、。，．」』）】ーっんゃゅょぁぃぅぇぉをッンャュョァィゥェォ々a-z]")
_HALVES = re.compile(r"……|‥‥|――|——")
_AMBIGUOUS_MARK = re.compile(r"[・*＊(（\[\-–—0-9０-９A-Za-z]")
_CANNOT_END = re.compile(r"[、，,「『（(]$")


def paragraphs_of(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """Put wrapped lines together that one paragraph was broken into."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, layout):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    last = paragraph[-1]
    full = layout.full(last, line)
    apart = line.blanks > layout.blanks and not line.turned
    unfinished = _unfinished(paragraph)
    if is_address(last) or is_address(line):
        return False
    if list_mark(line.text) and not (unfinished and full and _AMBIGUOUS_MARK.match(line.text) and not line.indented):
        return False
    if not unfinished and not _HALVES.match(last.text[-1] + line.text[0]):
        return full and not apart and not line.indented and not (layout.padded_ends and last.padded)
    cannot_part = bool(_CANNOT_BEGIN.match(line.text) or _CANNOT_END.search(last.text))
    return (full and not apart) or cannot_part


def _unfinished(paragraph: Sequence[Line]) -> bool:
    """Tell whether a paragraph breaks off within a sentence or a bracket."""
    text = "".join(line.text for line in paragraph[-12:])
    return not finished(text) or has_open(text)
