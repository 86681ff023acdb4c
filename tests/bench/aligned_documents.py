"""Documents with a known alignment, made from sentence pairs: boundaries merged, sentences dropped, beads compared."""

import lzma
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from segments.model import Bead

Pairs = Sequence[tuple[str, str]]
Groups = set[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Document:
    """Two texts and the beads that are right."""

    source: list[str]
    target: list[str]
    beads: Groups


def pairs_file() -> Path | None:
    """Find the sentence pairs for measuring beside the project, or where TAIYAKU_SHARED says."""
    shared = Path(os.environ.get("TAIYAKU_SHARED", Path(__file__).parents[2].parent / "shared"))
    path = shared / "data" / "pairs.ja-en.tsv.xz"
    return path if path.is_file() else None


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Read sentence pairs from a file of two columns, xz-compressed or plain."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(row[0], row[1]) for row in rows if len(row) > 1]


def make_document(
    pairs: Pairs, chance: random.Random, *, merged: float = 0.15, dropped: float = 0.03, blocks: int = 0
) -> Document:
    """Make a document: on each side boundaries between sentences merged, and sentences or whole blocks dropped."""
    sides = []
    for column in (0, 1):
        gone = {number for number in range(len(pairs)) if chance.random() < dropped}
        for _ in range(blocks):
            first = chance.randrange(len(pairs))
            gone |= set(range(first, first + chance.randint(5, 12)))
        sides.append(_side(pairs, column, gone, merged, chance))
    (source, ours), (target, theirs) = sides
    return Document(source, target, _beads(ours, theirs))


def _side(
    pairs: Pairs, column: int, gone: set[int], merged: float, chance: random.Random
) -> tuple[list[str], list[set[int]]]:
    texts: list[str] = []
    members: list[set[int]] = []
    for number, pair in enumerate(pairs):
        if number in gone:
            continue
        if texts and chance.random() < merged:
            texts[-1] += ("" if column == 0 else " ") + pair[column]
            members[-1].add(number)
        else:
            texts.append(pair[column])
            members.append({number})
    return texts, members


def _beads(ours: list[set[int]], theirs: list[set[int]]) -> Groups:
    """Group the sentences that share pairs; those without partner are in no bead."""
    groups: list[tuple[set[int], set[int], set[int]]] = []
    for side, members in ((0, ours), (1, theirs)):
        for number, pairs in enumerate(members):
            touched = [group for group in groups if group[2] & pairs]
            groups = [group for group in groups if not group[2] & pairs]
            joined = (
                set[int]().union(*(left for left, _, _ in touched)),
                set[int]().union(*(right for _, right, _ in touched)),
                pairs.union(*(shared for _, _, shared in touched)),
            )
            joined[side].add(number)
            groups.append(joined)
    return {(tuple(sorted(left)), tuple(sorted(right))) for left, right, _ in groups if left and right}


@dataclass(slots=True)
class Tally:
    """Counts over documents: beads found, beads right, and beads that at least touch a right one on both sides."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    touching: int = 0
    touched: int = 0

    def add(self, beads: Sequence[Bead], gold: Groups) -> None:
        """Count one document."""
        mine = {(bead.source, bead.target) for bead in beads if bead.source and bead.target}
        self.found += len(mine)
        self.wanted += len(gold)
        self.right += len(mine & gold)
        links = {(i, j) for left, right in gold for i in left for j in right}
        found = {(i, j) for left, right in mine for i in left for j in right}
        self.touching += sum(any((i, j) in links for i in left for j in right) for left, right in mine)
        self.touched += sum(any((i, j) in found for i in left for j in right) for left, right in gold)

    @property
    def strict(self) -> float:
        """F1 of beads that are exactly right."""
        return 2 * self.right / max(1, self.found + self.wanted)

    @property
    def lax(self) -> float:
        """F1 of beads that touch a right one on both sides."""
        precision, recall = self.touching / max(1, self.found), self.touched / max(1, self.wanted)
        return 2 * precision * recall / max(1e-9, precision + recall)
