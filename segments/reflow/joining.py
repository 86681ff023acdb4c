"""Which lines belong to one paragraph."""

import re
from collections.abc import Sequence

from segments.brackets import has_open
from segments.kinds import list_mark
from segments.reflow.layout import Layout, finished
from segments.reflow.lines import Line
from segments.reflow.noise import is_address

_CANNOT_BEGIN = re.compile(r"[、。，．」』）】ーっんゃゅょぁぃぅぇぉをッンャュョァィゥェォ々a-z]")
_LONGEST_QUOTATION = 12
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
    text = "".join(one.text for one in paragraph[-_LONGEST_QUOTATION:])
    full = layout.full(last, line)
    room = full and not (line.blanks > layout.blanks and not line.turned)
    if is_address(last) or is_address(line):
        return False
    if has_open(text):
        return room or _cannot_part(last, line)
    marked_end = layout.padded_ends and last.padded and not last.text[-1].isascii()
    unfinished = not finished(text) or _HALVES.match(last.text[-1] + line.text[0]) is not None
    if list_mark(line.text) and not (unfinished and full and _AMBIGUOUS_MARK.match(line.text) and not line.indented):
        return False
    if unfinished:
        return (room and not marked_end) or _cannot_part(last, line)
    return room and not line.indented and not marked_end


def _cannot_part(last: Line, line: Line) -> bool:
    """Tell whether no paragraph ends or begins like this."""
    return bool(_CANNOT_BEGIN.match(line.text) or _CANNOT_END.search(last.text))
