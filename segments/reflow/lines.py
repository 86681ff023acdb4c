"""The lines of a text, with their places, their widths, and the blank lines around them."""

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WIDE = re.compile(
    "[\u1100-\u115f\u2010-\u2027\u2030-\u205e\u2190-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        text: Its characters without white space at either end.
        number: Number of the line in the source, from 1.
        start: Offset of the first character of `text` in the source.
        blanks: How many blank lines stand between it and the line before.
        indented: White space stands before it.
        padded: White space stands behind it.
        turned: A page was turned (a form feed, or something that was dropped) since the line before.
    """

    text: str
    number: int
    start: int
    blanks: int
    indented: bool = False
    padded: bool = False
    turned: bool = False

    @property
    def end(self) -> int:
        """Offset behind the last character of `text`."""
        return self.start + len(self.text)


def measure(text: str, wide: int) -> int:
    """Give the length of a text in which a Japanese character takes `wide` and any other takes one."""
    return len(text) + (wide - 1) * len(_WIDE.findall(text))


def lines_of(source: str) -> list[Line]:
    """Give the lines of a text that are not blank."""
    lines: list[Line] = []
    blanks, start, turned = 0, 0, False
    ends = [(found.start(), found.end()) for found in _BREAK.finditer(source)]
    for number, (end, following) in enumerate([*ends, (len(source), len(source))], 1):
        whole = source[start:end]
        text = whole.strip()
        if text:
            first = start + whole.index(text)
            lines.append(Line(text, number, first, blanks, first > start, first + len(text) < end, turned))
            blanks, turned = 0, False
        else:
            blanks += 1
        turned = turned or source[end:following] == "\f"
        start = following
    return lines
