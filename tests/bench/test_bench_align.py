"""How well and how fast the aligner works, on documents made from sentence pairs.

The pairs are those of `shared/data`, or of the file that TAIYAKU_PAIRS names: two columns, a tab between them, source first.
"""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from segments.align import align_sentences
from tests.bench.aligned_documents import Document, Pairs, Tally, make_document, pairs_file, read_pairs

pytestmark = pytest.mark.bench


def draw(seed: int) -> random.Random:
    return random.Random(seed)


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    named = os.environ.get("TAIYAKU_PAIRS")
    path = Path(named) if named else pairs_file()
    if path is None:
        pytest.skip("no sentence pairs beside the project")
    found = read_pairs(path)
    draw(1).shuffle(found)
    align_sentences(["犬。"], ["A dog."])
    return found


def documents(pairs: Pairs, *, joined: int = 1, dropped: float = 0.03, blocks: int = 0) -> Iterator[Document]:
    """Make ten documents of 100 to 300 units, each of one or more pairs joined."""
    chance = draw(7)
    place = 0
    for _ in range(10):
        size = chance.randint(100, 300)
        units = [pairs[place + joined * n : place + joined * (n + 1)] for n in range(size)]
        place += joined * size
        texts = [("".join(a for a, _ in unit), " ".join(b for _, b in unit)) for unit in units]
        yield make_document(texts, chance, dropped=dropped, blocks=blocks)


@pytest.mark.parametrize(
    ("name", "joined", "dropped", "blocks"),
    [("plain", 1, 0.03, 0), ("two sentences a unit", 2, 0.03, 0), ("whole blocks missing", 1, 0.06, 3)],
)
def test_bead_f1_on_documents_with_merged_and_dropped_sentences(
    pairs: Pairs, name: str, joined: int, dropped: float, blocks: int
) -> None:
    tally = Tally()
    marks: list[tuple[float, bool]] = []
    for document in documents(pairs, joined=joined, dropped=dropped, blocks=blocks):
        beads = align_sentences(document.source, document.target)
        tally.add(beads, document.beads)
        marks += [
            (bead.confidence, (bead.source, bead.target) in document.beads)
            for bead in beads
            if bead.source and bead.target
        ]
    kept = sorted(marks, reverse=True)[: len(marks) * 9 // 10]
    right = sum(mark for _, mark in kept) / max(1, len(kept))
    print(f"\n{name}: strict F1 {tally.strict:.4f}, lax F1 {tally.lax:.4f}, right in the surest 90 %: {right:.4f}")


@pytest.mark.parametrize("size", [1000, 10_000])
def test_time_and_memory_of_a_long_document(pairs: Pairs, size: int) -> None:
    resource = pytest.importorskip("resource")
    document = make_document((list(pairs) * (1 + size // len(pairs)))[:size], draw(3), merged=0.02)
    began, used = time.perf_counter(), time.process_time()
    align_sentences(document.source, document.target)
    took, used = time.perf_counter() - began, time.process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{len(document.source)} × {len(document.target)}: {took:.2f} s ({used:.2f} s of processor), {most:.0f} MB")
