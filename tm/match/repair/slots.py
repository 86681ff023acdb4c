"""Slots: the values and terms of a source, and how those of two sources differ when nothing else does."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from segments.fold import fold
from segments.values import Value, read_values

Terms = dict[str, str]
"""What a term of the source is called in the target."""


class Slot(NamedTuple):
    """A place in a source that holds a value, or else a term."""

    start: int
    end: int
    value: Value | None
    term: str

    def same(self, other: "Slot") -> bool:
        """Whether both hold the same thing, however it is written."""
        if self.value and other.value:
            return (self.value.value, self.value.upto) == (other.value.value, other.value.upto)
        return self.term == other.term

    def kin(self, other: "Slot") -> bool:
        """Whether one may stand for the other: two terms, or two values of one kind and unit."""
        mine, theirs = self.value, other.value
        if mine is None or theirs is None:
            return mine is theirs
        return (mine.kind, mine.unit, mine.upto is None) == (theirs.kind, theirs.unit, theirs.upto is None)


def slot_changes(held: str, wanted: str, lang: str, terms: Terms) -> list[tuple[Slot, Slot]] | None:
    """Pair the slots of two sources, or give None where these differ in anything else."""
    before, after = list(_slots(held, lang, terms)), list(_slots(wanted, lang, terms))
    if _frame(held, before, lang) != _frame(wanted, after, lang):
        return None
    paired = list(zip(before, after, strict=True))
    return paired if all(a.kin(b) for a, b in paired) else None


def _slots(text: str, lang: str, terms: Terms) -> Iterator[Slot]:
    """Give the terms of a text and the values that lie in none of them, in order."""
    found = [Slot(place.start(), place.end(), None, place[0]) for place in _pattern(terms, lang).finditer(text)]
    free = (
        value
        for value in read_values(text, lang)
        if not any(term.start < value.end and value.start < term.end for term in found)
    )
    yield from sorted([*found, *(Slot(value.start, value.end, value, "") for value in free)])


def _pattern(terms: Terms, lang: str) -> re.Pattern[str]:
    """Make a pattern of all terms, the longest first."""
    words = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True)) or "(?!)"
    return re.compile(words if lang.startswith("ja") else rf"(?<!\w)(?:{words})(?!\w)")


def _frame(text: str, slots: Sequence[Slot], lang: str) -> list[str]:
    """Give what stands between the slots."""
    ends = [0, *(slot.end for slot in slots)]
    starts = [*(slot.start for slot in slots), len(text)]
    return [fold(text[end:start], lang) for end, start in zip(ends, starts, strict=True)]
