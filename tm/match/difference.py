"""What differs between two texts, in pieces that a reader can take in at a glance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from segments.language import language_of
from tm.match.alignment import Block, blocks

_ISLAND = re.compile("[^\u3400-\u9fff]")


class Operation(StrEnum):
    """What happens to a piece of text on the way from the first text to the second."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of text that both texts have, or only the first (delete), or only the second (insert)."""

    operation: Operation
    text: str


@dataclass(slots=True)
class _Stretch:
    """Tokens that only the first text has, then tokens that only the second has, then tokens of both."""

    deleted: str
    inserted: str
    equal: str

    @property
    def changed(self) -> bool:
        return bool(self.deleted or self.inserted)


def differences(a: str, b: str) -> list[Difference]:
    """Give the way from one text to another.

    Japanese is compared by characters, where a single one that is no kanji and happens to stand in both, between two
    changes, counts as changed too; everything else is compared by words. White space and width count.

    Args:
        a: The text to start from: the source of a match.
        b: The text to arrive at: the source to translate.

    Returns:
        Pieces in order, no two neighbours alike in operation. Those equal or deleted make up `a`, those equal or inserted
        make up `b`; of a replacement, the deleted piece comes first.
    """
    lang = language_of(a + b)
    stretches = _stretches(a, b, lang)
    return list(_joined(_without_islands(stretches) if lang == "ja" else stretches))


def _stretches(a: str, b: str, lang: str) -> Iterator[_Stretch]:
    done_a = done_b = 0
    for block in [*blocks(a, b, lang), Block(len(a), len(b), 0)]:
        end = block.a + block.size
        yield _Stretch(a[done_a : block.a], b[done_b : block.b], a[block.a : end])
        done_a, done_b = end, block.b + block.size


def _without_islands(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Count islands between two changes as changed."""
    kept: list[_Stretch] = []
    for stretch in stretches:
        before = kept[-1] if kept else None
        if before and before.changed and stretch.changed and _ISLAND.fullmatch(before.equal):
            stretch.deleted = before.deleted + before.equal + stretch.deleted
            stretch.inserted = before.inserted + before.equal + stretch.inserted
            kept.pop()
        kept.append(stretch)
    return kept


def _joined(stretches: Iterable[_Stretch]) -> Iterator[Difference]:
    pieces = (
        (operation, text)
        for stretch in stretches
        for operation, text in (
            (Operation.DELETE, stretch.deleted),
            (Operation.INSERT, stretch.inserted),
            (Operation.EQUAL, stretch.equal),
        )
        if text
    )
    for operation, run in groupby(pieces, key=lambda piece: piece[0]):
        yield Difference(operation, "".join(text for _, text in run))
