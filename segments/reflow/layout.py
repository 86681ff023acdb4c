"""Whether the lines of a text were wrapped, and how: the width they were wrapped at, the blank lines between them.

In a wrapped text most lines that end in the middle of a sentence are equally long, hardly any line is longer, and the
next one goes on with a word or a syllable that begins no sentence. A text of which this is not true was never wrapped,
and its lines are its paragraphs.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from segments.reflow.lines import Line, measure

_FINISHED = re.compile(r"[。｡．.！？!?…‥:：;；♪][」』）)】〕］\]”’〟\"']*$|[)）】」』”\"]$")
_CONTINUES = re.compile(r"[ぁ-んー々、。，．・」』）)a-z,;]")
_STOP = re.compile(r"[。｡．.！？!?]")
_LATIN_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ.,'’%$()\"“”-]+")
_LEAST_WIDTH = {2: 30, 1: 15}
_MOST_WIDTH = 180
_Pair = tuple[Line, Line]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text was wrapped.

    Attributes:
        wide: What a Japanese character takes: 2 where lines were broken by columns, 1 where by number of characters.
        width: How much a line holds, in that measure.
        blanks: Blank lines that stand between two lines of one paragraph.
        padded_ends: Paragraphs, and not lines, end with white space, as some extraction leaves it.
    """

    wide: int
    width: int
    blanks: int
    padded_ends: bool = False

    @property
    def slack(self) -> int:
        """By how much full lines differ: line-breaking rules and proportional type make them ragged."""
        return self.width // 10

    def measure(self, text: str) -> int:
        """Give what a text takes of a line."""
        return measure(text, self.wide)

    def full(self, line: Line, following: Line) -> bool:
        """Tell whether a line was as full as it could be: the beginning of the next one had no room on it."""
        word = _LATIN_WORD.match(following.text)
        needed = len(word.group()) + 1 if word else self.wide
        return self.measure(line.text) + min(needed, self.width // 2) > self.width - self.slack


def finished(text: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _FINISHED.search(text, max(len(text) - 12, 0)) is not None


def layout_of(lines: Sequence[Line]) -> Layout | None:
    """Give the layout of wrapped lines; None where the text was never wrapped."""
    pairs = [(line, following) for line, following in pairwise(lines) if not finished(line.text)]
    if not pairs:
        return None
    layout, full = max((_full_lines(pairs, wide) for wide in (2, 1)), key=lambda found: len(found[1]))
    too_long = sum(1 for line in lines if layout.measure(line.text) > layout.width + layout.slack)
    wrapped = (
        layout.width >= _LEAST_WIDTH[layout.wide]
        and layout.width <= _MOST_WIDTH
        and len(full) * 2 >= len(pairs)
        and len(full) * 6 >= len(lines)
        and too_long * 20 <= len(lines)
        and any(_STOP.search(line.text) for line in lines)
        and (_goes_on(full) or _is_even(lines, layout))
    )
    return replace(layout, padded_ends=_padded_ends(lines, full)) if wrapped else None


def _goes_on(full: Sequence[_Pair]) -> bool:
    """Tell whether one in five of the lines behind full ones begins as no sentence does."""
    continuing = sum(1 for line, following in full if line.text[-1] in "、，," or _CONTINUES.match(following.text))
    return continuing * 5 >= len(full) > 0


def _is_even(lines: Sequence[Line], layout: Layout) -> bool:
    """Tell whether half of the lines, two at least, are equally long, to a character."""
    equal = sum(1 for line in lines if abs(layout.measure(line.text) - layout.width) <= layout.wide)
    return equal >= 2 and equal * 2 >= len(lines)


def _full_lines(pairs: Sequence[_Pair], wide: int) -> tuple[Layout, Sequence[_Pair]]:
    """Give the layout in one measure, and the lines, each with the one behind it, that fill it."""
    widths = sorted(measure(line.text, wide) for line, _ in pairs)
    layout = Layout(wide, widths[len(widths) * 19 // 20], _usual_blanks(pairs))
    return layout, [(line, following) for line, following in pairs if layout.full(line, following)]


def _padded_ends(lines: Sequence[Line], full: Sequence[_Pair]) -> bool:
    """Tell whether white space behind a line marks the end of a paragraph: lines broken within a sentence hardly ever have any."""
    ends = [line for line in lines if finished(line.text)]
    padded = sum(1 for line in ends if line.padded)
    return padded * 2 > len(ends) and sum(1 for line, _ in full if line.padded) * 4 <= len(full)


def _usual_blanks(pairs: Sequence[_Pair]) -> int:
    """Give the number of blank lines that most often follow a line ending within a sentence."""
    return Counter(following.blanks for _, following in pairs).most_common(1)[0][0]
