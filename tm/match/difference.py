"""What differs between two texts, in pieces that a reader can take in at a glance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import LCSseq

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
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
    if _JAPANESE.search(a) or _JAPANESE.search(b):
        stretches = _without_islands(_stretches(list(a), list(b)))
    else:
        stretches = list(_stretches(_TOKEN.findall(a), _TOKEN.findall(b)))
    return list(_joined(stretches))


def _stretches(a: list[str], b: list[str]) -> Iterator[_Stretch]:
    done_a = done_b = 0
    for block in LCSseq.opcodes(a, b).as_matching_blocks():
        yield _Stretch(
            "".join(a[done_a : block.a]), "".join(b[done_b : block.b]), "".join(a[block.a : block.a + block.size])
        )
        done_a, done_b = block.a + block.size, block.b + block.size


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
