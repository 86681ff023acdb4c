"""Spaces that extraction puts between Japanese characters and the digits or Latin letters beside them (第 2回, 3月 1 日).

Between Japanese and digits they are always closed, except behind a number that belongs to a Latin name (Windows 11 を).
Between Japanese and Latin letters or brackets they are closed only where the text shows that a machine put them: on one
side of the words and not on the other.
"""

import re
from collections.abc import Iterator, Sequence

from segments.model import Change
from segments.reflow.lines import Line
from segments.reflow.mending import Draft

_JAPANESE = "\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff々〆\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_DIGIT = "0-9０-９"
_BESIDE_DIGITS = re.compile(rf"(?<=[{_JAPANESE}]) +(?=[{_DIGIT}])|(?<=[{_DIGIT}]) +(?=[{_JAPANESE}])")
_BESIDE_LATIN = re.compile(rf"(?<=[{_JAPANESE}]) +(?=[A-Za-z(\[])|(?<=[A-Za-z)\]]) +(?=[{_JAPANESE}])")
_BEFORE_STOP = re.compile(r" +(?=[、。，．」』）】])")
_LATIN_NUMBER = re.compile(r"[A-Za-z][0-9A-Za-z.+#-]* \d[\d.]*$")
_LETTER = "\u3041-\u30ff\u3400-\u9fff々〆"
_SPACED_BEFORE = re.compile(rf"[{_LETTER}] [A-Za-z]")
_SPACED_AFTER = re.compile(rf"[A-Za-z] [{_LETTER}]")


def machine_spaced(source: str) -> bool:
    """Tell whether spaces between Japanese and Latin letters are a machine's: they stand on one side of words only."""
    before, after = len(_SPACED_BEFORE.findall(source)), len(_SPACED_AFTER.findall(source))
    return min(before, after) * 4 <= max(before, after)


def close_spaces(draft: Draft, lines: Sequence[Line], *, machine: bool) -> None:
    """Take the spaces out that extraction put into a paragraph, and report each."""
    for start, end in sorted(set(_empty_spaces(draft.text, machine=machine)), reverse=True):
        draft.drop(start, end, Change.SPACE_REMOVED, _line_at(draft.offsets[start], lines))


def _empty_spaces(text: str, *, machine: bool) -> Iterator[tuple[int, int]]:
    for found in _BESIDE_DIGITS.finditer(text):
        if not _LATIN_NUMBER.search(text, max(found.start() - 40, 0), found.start()):
            yield found.span()
    if machine:
        for found in _BESIDE_LATIN.finditer(text):
            yield found.span()
        for found in _BEFORE_STOP.finditer(text):
            yield found.span()


def _line_at(offset: int, lines: Sequence[Line]) -> int:
    """Give the number of the line that a character of a paragraph stood on."""
    return next(line.number for line in reversed(lines) if line.start <= offset)
