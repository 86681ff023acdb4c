"""A paragraph in the making: characters and codes as they stand in a marked-up text, until all of it is known.

Markdown and HTML say the same things in the same way: characters, some written as references or escapes, with markup
between them that is no text. A passage collects both with their places in the source, then gives the paragraph, and the
stretch of source that it stands for: the only stretch that a writer replaces.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from segments.model import Code, CodedText, CodeRole, Kind, Paragraph
from segments.readers.line_breaks import parts_words

_BLANK = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Located:
    """A paragraph, and the stretch of the source text that it stands for.

    Attributes:
        paragraph: What is translated.
        start: Offset in the source text of the first character that the paragraph stands for.
        end: Offset after the last one.
        context: What the reader has to tell its writer about this place.
        before: Markup directly before it that belongs to the same block, such as the opening of a link.
        after: Markup directly after it that belongs to the same block.
    """

    paragraph: Paragraph
    start: int
    end: int
    context: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Markup:
    """A code in the making: it stands before the character with number `at`."""

    at: int
    role: CodeRole
    element: str
    data: str
    start: int
    end: int
    pair: str = ""


class Passage:
    """Characters and codes of one paragraph, in the order in which they are met."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._markup: list[_Markup] = []

    def add_text(self, text: str, start: int) -> None:
        """Add characters that stand in the source as they are, from offset `start`."""
        self._text.extend(text)
        self._starts.extend(range(start, start + len(text)))
        self._ends.extend(range(start + 1, start + len(text) + 1))

    def add_written(self, text: str, start: int, end: int) -> None:
        """Add characters that the source writes in another way: as a reference, an escape, a line break."""
        self._text.extend(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def add_code(self, role: CodeRole, element: str, data: str, start: int, end: int) -> None:
        """Add a code written as `data` between two offsets of the source."""
        self._markup.append(_Markup(len(self._text), role, element, data, start, end))

    def add_break(self, element: str, data: str, start: int, end: int) -> None:
        """Add a code that breaks the line: words on its two sides do not run together."""
        self.add_code(CodeRole.STANDALONE, element, data, start, end)
        self.add_written("\n", end, end)

    def ends_in_break(self, element: str) -> bool:
        """Tell whether the last thing met, blanks aside, is a break of this name."""
        if not self._markup or self._markup[-1].element != element:
            return False
        return all(character in _BLANK for character in self._text[self._markup[-1].at :])

    def coded(self, blanks: re.Pattern[str]) -> CodedText:
        """Give all of it as a text with codes, each run of `blanks` made one space or, between Japanese, nothing."""
        text, codes, _ = self._collapsed(0, len(self._text), _paired(self._markup), blanks)
        return CodedText(text, codes)

    def located(
        self, kind: Kind, blanks: re.Pattern[str], *, inner: frozenset[str] = frozenset(), context: str = ""
    ) -> Located | None:
        """Give the paragraph without what surrounds its text; None where there is no text.

        Blanks, pictures and breaks at the edges, and pairs of codes around the whole text, stay in the source where they
        are: the text needs no codes for them.

        Args:
            kind: What the paragraph is.
            blanks: Runs of these become one space or, at a line break between Japanese characters, nothing.
            inner: Names of elements that stay in the text even at its edges, because text is written differently in them.
            context: What the writer must know.
        """
        if not "".join(self._text).strip():
            return None
        low, high, markup = self._peeled(_paired(self._markup), inner)
        text, codes, offsets = self._collapsed(low, high, markup, blanks)
        start = min([self._starts[low], *(code.start for code in markup if code.at <= low)])
        end = max([self._ends[high - 1], *(code.end for code in markup if code.at >= high)])
        return Located(Paragraph(text, kind, codes, offsets), start, end, context)

    def _peeled(self, markup: list[_Markup], inner: frozenset[str]) -> tuple[int, int, list[_Markup]]:
        """Take blanks, lone codes and surrounding pairs off both ends; give the range of characters and the codes left."""
        low, high, first, last = 0, len(self._text), 0, len(markup)
        while True:
            opening = markup[first] if first < last and markup[first].at <= low else None
            closing = markup[last - 1] if first < last and markup[last - 1].at >= high else None
            if opening is None and self._text[low] in _BLANK:
                low += 1
            elif closing is None and self._text[high - 1] in _BLANK:
                high -= 1
            elif opening and not opening.pair:
                first += 1
            elif closing and not closing.pair:
                last -= 1
            elif opening and closing and opening.pair == closing.pair and opening.element not in inner:
                first, last = first + 1, last - 1
            else:
                return low, high, markup[first:last]

    def _collapsed(
        self, low: int, high: int, markup: Iterable[_Markup], blanks: re.Pattern[str]
    ) -> tuple[str, tuple[Code, ...], tuple[int, ...]]:
        """Give the characters of a range with its blanks collapsed, its codes, and the source's offset of each character."""
        raw = "".join(self._text[low:high])
        text: list[str] = []
        kept: list[int] = []
        at = 0
        for run in blanks.finditer(raw):
            text.append(raw[at : run.start()])
            kept.extend(range(at, run.start()))
            if _needs_space(raw, run):
                text.append(" ")
                kept.append(run.start())
            at = run.end()
        text.append(raw[at:])
        kept.extend(range(at, len(raw)))
        codes = tuple(
            Code(bisect_left(kept, code.at - low), code.role, code.pair, code.element, (), code.data)
            for code in _numbered(markup)
        )
        return "".join(text), codes, tuple(self._starts[low + index] for index in kept)


def _needs_space(raw: str, run: re.Match[str]) -> bool:
    """Tell whether a run of blanks parts words."""
    if run.start() == 0 or run.end() == len(raw):
        return False
    if "\n" not in run.group() and "\r" not in run.group():
        return True
    return parts_words(raw[run.start() - 1], raw[run.end()])


def _paired(markup: Iterable[_Markup]) -> list[_Markup]:
    """Join each closing code with the nearest open one of its name; codes without a partner keep an empty pair."""
    result: list[_Markup] = []
    waiting: dict[str, list[int]] = {}
    for number, code in enumerate(markup):
        result.append(code)
        if code.role is CodeRole.OPEN:
            waiting.setdefault(code.element, []).append(number)
        elif code.role is CodeRole.CLOSE and waiting.get(code.element):
            opening = waiting[code.element].pop()
            result[opening] = replace(result[opening], pair=str(opening))
            result[number] = replace(code, pair=str(opening))
    return result


def _numbered(markup: Iterable[_Markup]) -> list[_Markup]:
    """Number the pairs from 1 in the order in which they open."""
    numbers: dict[str, str] = {"": ""}
    return [replace(code, pair=numbers.setdefault(code.pair, str(len(numbers)))) for code in markup]
