"""Figures of the match index: build, look-up beside brute force, what a fresh unit costs, what a guard costs.

Sizes are in thousands of units; TAIYAKU_BENCH_UNITS sets another than a million.
"""

import lzma
import os
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from segments.fold import fold
from tm.match import Index, LiveIndex, similarity
from tm.match.guard import concerns

COUNT = int(os.environ.get("TAIYAKU_BENCH_UNITS", "1000000"))
QUERIES = 300
SCANS = 5

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]


def revised(text: str, pieces: Sequence[str], dice: random.Random, joint: str) -> str:
    """Revise a text as people do: replace, insert or delete a few pieces, one to three times."""
    parts = text.split() if joint else list(text)
    for _ in range(dice.randint(1, 3)):
        start = dice.randrange(len(parts) + 1)
        end = min(len(parts), start + dice.choice((0, dice.randint(1, 6 if not joint else 2))))
        first = dice.randrange(len(pieces) - 6)
        parts[start:end] = pieces[first : first + dice.choice((0, dice.randint(1, 6 if not joint else 2)))]
    return joint.join(parts)


def grown(sentences: list[str], joint: str) -> tuple[list[str], list[str]]:
    """Give as many texts as wanted, made of sentences and their revisions, and revised texts to look for."""
    dice = random.Random(7)
    pieces = joint.join(sentences[:5000]).split() if joint else list("".join(sentences[:5000]))
    units = list(sentences[:COUNT])
    while len(units) < COUNT:
        units.append(revised(dice.choice(sentences), pieces, dice, joint))
    return units, [revised(dice.choice(units), pieces, dice, joint) for _ in range(QUERIES)]


def japanese(shared: Path) -> tuple[list[str], list[str]]:
    with lzma.open(shared / "data" / "sentences.ja.txt.xz", "rt") as lines:
        return grown([line.rstrip("\n") for line in lines], "")


def english(shared: Path) -> tuple[list[str], list[str]]:
    with lzma.open(shared / "data" / "pairs.ja-en.tsv.xz", "rt") as lines:
        return grown([line.rstrip("\n").split("\t")[1] for line in lines], " ")


def told(what: str, run: Callable[[str], object], texts: Sequence[str]) -> None:
    taken = []
    for text in texts:
        started = time.perf_counter()
        run(text)
        taken.append(1000 * (time.perf_counter() - started))
    print(f"{what}: median {np.median(taken):.2f} ms, 95th percentile {np.percentile(taken, 95):.2f} ms")


def built(units: Sequence[str], lang: str) -> Index:
    started = time.process_time()
    index = Index.build(units, lang)
    seconds = time.process_time() - started
    size = sum(array.nbytes for name, array in index.arrays().items() if name not in {"text", "numbers"})
    print(f"\n{lang}: {len(units)} units, built in {seconds:.1f} s of CPU, {size / 1e6:.0f} MB without the texts")
    return index


def scan(
    folded: Sequence[str], lengths: np.ndarray[tuple[int], np.dtype[np.int64]], threshold: float, text: str
) -> list[tuple[int, float]]:
    """Find the five best by measuring everything."""
    query = fold(text, "ja")
    distances = cdist([query], folded, scorer=Levenshtein.distance, dtype=np.int64)[0]
    alike = 1 - distances / np.maximum(lengths, len(query))
    near = np.flatnonzero(alike >= threshold)
    best = near[np.lexsort((near, -alike[near]))][:5]
    return [(int(position), float(alike[position])) for position in best]


def test_japanese_look_up_beside_brute_force(shared: Path) -> None:
    units, queries = japanese(shared)
    index = built(units, "ja")
    folded = [fold(unit, "ja") for unit in units]
    lengths = np.fromiter(map(len, folded), np.int64, len(folded))
    for threshold in (0.85, 0.7, 0.6, 0.5):
        told(f"  at {threshold:.0%}", lambda text, least=threshold: index.query(text, least, 5), queries)  # type: ignore[misc]
        told("    brute force", lambda text, least=threshold: scan(folded, lengths, least, text), queries[:SCANS])  # type: ignore[misc]
        right = sum(
            index.query(text, threshold, 5) == scan(folded, lengths, threshold, text) for text in queries[:SCANS]
        )
        print(f"    equal to brute force: {right} of {SCANS}")


def test_english_look_up(shared: Path) -> None:
    units, queries = english(shared)
    index = built(units, "en")
    for threshold in (0.85, 0.7, 0.6, 0.5):
        told(f"  at {threshold:.0%}", lambda text, least=threshold: index.query(text, least, 5), queries)  # type: ignore[misc]
    told(
        "    brute force over 1,000 units",
        lambda text: [similarity(text, one, "en") for one in units[:1000]],
        queries[:SCANS],
    )


def test_a_fresh_unit_and_the_look_up_after_it(shared: Path) -> None:
    units, _ = japanese(shared)
    half = len(units) // 2
    index = LiveIndex.build(range(half), units[:half], "ja")
    fresh = iter(enumerate(units[half:], half))

    def add_and_look_up(text: str) -> None:
        index.add(*next(fresh))
        index.query(text, 0.7, 5)

    print(f"\n{half} units")
    told("  look-up", lambda text: index.query(text, 0.7, 5), units[half : half + QUERIES])
    told("  addition and look-up", add_and_look_up, units[half : half + QUERIES])


def test_guards(shared: Path) -> None:
    units, _ = japanese(shared)
    print()
    told("guards of one pair", lambda text: concerns(text, text[:-1] + "ない。", "ja"), units[:2000])
