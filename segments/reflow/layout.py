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

from segments.reflow.lines import Line, width

_FINISHED = re.compile(r"[。｡．.！？!?…‥:：;；♪][」』）)】〕］\]”’〟\"']*$|[)）】」』”\"]$")
_CONTINUES = re.compile(r"[ぁ-んー々、。，．・」』）)a-z,;]")
_LATIN_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ.,'’%$()\"“”-]+")
_LEAST_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text was wrapped.

    Attributes:
        width: Columns at which lines were broken.
        blanks: Blank lines that stand between two lines of one paragraph.
        padded_ends: Paragraphs, and not lines, end with white space, as some extraction leaves it.
    """

    width: int
    blanks: int
    padded_ends: bool = False

    def full(self, line: Line, following: Line) -> bool:
        """Tell whether a line was as full as it could be: the beginning of the next one had no room on it."""
        word = _LATIN_WORD.match(following.text)
        needed = width(word.group()) + 1 if word else 2
        return line.width + min(needed, self.width // 2) > self.width - self.slack

    @property
    def slack(self) -> int:
        """Columns by which full lines differ: line-breaking rules and proportional type make them ragged."""
        return self.width // 10


def finished(text: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _FINISHED.search(text) is not None


def layout_of(lines: Sequence[Line]) -> Layout | None:
    """Give the layout of wrapped lines; None where the text was never wrapped."""
    pairs = [(line, following) for line, following in pairwise(lines) if not finished(line.text)]
    if not pairs:
        return None
    layout = Layout(_wrapping_width([line.width for line, _ in pairs]), _usual_blanks(pairs))
    full = [(line, following) for line, following in pairs if layout.full(line, following)]
    continuing = sum(1 for _, following in full if _CONTINUES.match(following.text))
    too_long = sum(1 for line in lines if line.width > layout.width + layout.slack)
    wrapped = (
        layout.width >= _LEAST_WIDTH
        and len(full) * 2 >= len(pairs)
        and continuing * 5 >= len(full)
        and continuing > 0
        and too_long * 20 <= len(lines)
    )
    return replace(layout, padded_ends=_padded_ends(lines, full)) if wrapped else None


def _padded_ends(lines: Sequence[Line], full: Sequence[tuple[Line, Line]]) -> bool:
    """Tell whether white space behind a line marks the end of a paragraph: lines broken within a sentence have none."""
    ends = [line for line in lines if finished(line.text)]
    padded = sum(1 for line in ends if line.padded)
    return padded * 2 > len(ends) and sum(1 for line, _ in full if line.padded) * 20 <= len(full)


def _wrapping_width(widths: Sequence[int]) -> int:
    """Give the width that nineteen of twenty unfinished lines keep to."""
    return sorted(widths)[(len(widths) - 1) * 19 // 20]


def _usual_blanks(pairs: Sequence[tuple[Line, Line]]) -> int:
    """Give the number of blank lines that most often follow a line ending within a sentence."""
    return Counter(following.blanks for _, following in pairs).most_common(1)[0][0]
