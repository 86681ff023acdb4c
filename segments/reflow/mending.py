"""A paragraph put together from its lines: what goes between two of them, and a note of each character left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from segments.model import Change, Mend
from segments.reflow.lines import Line
from segments.reflow.words import WordList

_SPACED = re.compile("[\u0021-\u02ff\u0370-\u052f‐-‧“”‘’…]")
_UNSPACED = re.compile("[–—―]|.[–—―]|……")
_LAST_WORD = re.compile(r"[^\W_]+-?$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_SOFT_HYPHEN = "\u00ad"
ADDED = -1
"""The offset of a character that stands in no source."""


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its text, each character's offset in the source, and what was left out."""

    text: str = ""
    offsets: list[int] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Put a line behind what is there."""
        self.text += line.text
        self.offsets.extend(range(line.start, line.end))

    def drop(self, start: int, end: int, change: Change, line: int, reason: str = "") -> None:
        """Take characters out and report them; all of them have an offset in the source."""
        self.mends.append(Mend(change, self.offsets[start], self.text[start:end], line, reason))
        self.text = self.text[:start] + self.text[end:]
        del self.offsets[start:end]

    def add_space(self) -> None:
        """Put in the space that stands for a line break between English words."""
        self.text += " "
        self.offsets.append(ADDED)


def put_together(lines: Sequence[Line], words: WordList, *, japanese: bool) -> Draft:
    """Join the lines of a paragraph: a space between words, none beside Japanese, hyphens at line ends mended."""
    draft = Draft()
    for place, line in enumerate(lines):
        if place:
            _bridge(draft, lines[place - 1], line, words, japanese=japanese)
        draft.add(line)
    return draft


def _bridge(draft: Draft, last: Line, line: Line, words: WordList, *, japanese: bool) -> None:
    """Put between two lines what belongs there."""
    before, after = _last_word(draft.text), _first_word(line.text)
    if draft.text.endswith(_SOFT_HYPHEN):
        _drop_hyphen(draft, last, "soft hyphen")
    elif before.endswith("-") and after:
        if words.has(before[:-1] + after):
            _drop_hyphen(draft, last, "word of this text")
    elif japanese and before and after and ((before[-1].isdigit() and after[0].isdigit()) or words.has(before + after)):
        return
    elif _SPACED.match(draft.text[-1]) and _SPACED.match(line.text) and not _UNSPACED.match(draft.text[-1] + line.text):
        draft.add_space()


def _drop_hyphen(draft: Draft, last: Line, reason: str) -> None:
    draft.drop(len(draft.text) - 1, len(draft.text), Change.HYPHEN_MENDED, last.number, reason)


def _last_word(text: str) -> str:
    """Give the word, with a hyphen behind it, that a text ends with; an empty string where there is none."""
    found = _LAST_WORD.search(text, max(len(text) - 60, 0))
    return found.group() if found else ""


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group() if found else ""
