"""Markers: the small words and endings on which the meaning of a sentence turns.

Two sentences may differ in one of them only, and say the opposite. The markers of each language stand in a table beside
this module (`markers.ja.tsv`). Each has a *title*, under which a difference is reported, and a *kind*: the forms of one kind
say the same (しなければならない, せねばならぬ). Where several could begin at one place, the one listed first is meant, so that
かもしれない is not read as a ない.

The patterns are for folded text (`segments.fold`): small letters, half-width digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LANGUAGES = frozenset({"ja", "en"})


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of marker, equal to itself only: its title, the number of its row in the table, its patterns."""

    title: str
    row: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in a text: where it stands, what it is, and its characters."""

    start: int
    end: int
    kind: Kind
    text: str


def markers(folded: str, lang: str) -> Iterator[Marker]:
    """Find the markers of a folded text, from left to right; languages without a table have none."""
    kinds, anything = _table(lang.split("-", maxsplit=1)[0].lower())
    for place in anything.finditer(folded):
        kind, found = next((kind, found) for kind in kinds if (found := kind.pattern.match(folded, place.start())))
        yield Marker(found.start(), found.end(), kind, found.group())


@cache
def _table(lang: str) -> tuple[list[Kind], re.Pattern[str]]:
    """Give the kinds, and one quick pattern for them all.

    Groups in the latter would tell the kind, but make it ten times as slow.
    """
    kinds = [
        Kind(title, row, re.compile(pattern))
        for row, (title, *patterns) in enumerate(_rows(lang))
        for pattern in patterns
    ]
    return kinds, re.compile("|".join(kind.pattern.pattern for kind in kinds) or "(?!)")


def _rows(lang: str) -> Iterator[list[str]]:
    if lang in _LANGUAGES:
        table = files(__package__).joinpath(f"markers.{lang}.tsv").read_text("utf-8")
        yield from (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
