"""Bit planes: for many texts at once, how many features of a query each of them may share with it.

A text's *features* are its tokens (characters, or words) numbered by occurrence: `a` in "banana" gives (a, 0), (a, 1),
(a, 2), so that sharing features means sharing tokens with their multiplicity. Each feature is hashed to one of a few
hundred bits. The bits of all texts are stored transposed: one row for each bit, in it one bit for each text. A query
then needs the rows of its own features only, a few dozen of the hundreds, and adds them up for 64 texts at a time with
plain logic ("vertical counters"): ten binary digits of a count are ten words of memory, whatever they count.

Two features may fall on the same bit, so a count can be too high but never too low: it bounds from above what the texts
share, and so from below how far they are apart.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
_ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
_CHUNK = 4096

PLANES = {12: 128, 40: 256, 100: 512, sys.maxsize: 1024}
"""How many planes serve texts of up to so many features: about one bit in eight is set."""


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a run of texts: token codes one text after another, and how many each text has."""

    codes: NDArray[np.uint32]
    counts: NDArray[np.int64]


def hashed(codes: NDArray[np.uint32], occurrences: NDArray[np.int64], planes: int) -> NDArray[np.int64]:
    """Give the bit, 0 to `planes` − 1 (a power of two), of each feature (code, occurrence)."""
    mixed = (codes.astype(np.uint64) + np.uint64(0x9E37) * occurrences.astype(np.uint64)) * np.uint64(
        0x9E37_79B9_7F4A_7C15
    )
    return ((mixed >> np.uint64(40)) & np.uint64(planes - 1)).astype(np.int64)


def build_planes(features: Callable[[int, int], Features], first: int, last: int, planes: int) -> Bits:
    """Make the planes of texts.

    Args:
        features: Gives the features of the texts from one number to before another.
        first: Number of the first text.
        last: Number after the last text.
        planes: How many planes to make, a power of two.

    Returns:
        An array of `planes` rows with one bit for each text, the first text lowest.
    """
    made = np.zeros((planes, -(-(last - first) // 64)), np.uint64)
    for start in range(first, last, _CHUNK):
        end = min(start + _CHUNK, last)
        made[:, (start - first) // 64 : -(-(end - first) // 64)] = _chunk_planes(features(start, end), planes)
    return made


def _chunk_planes(features: Features, planes: int) -> Bits:
    owners = np.repeat(np.arange(len(features.counts), dtype=np.uint64), features.counts)
    keys = np.sort(owners << np.uint64(32) | features.codes)
    bits = hashed((keys & np.uint64(0xFFFF_FFFF)).astype(np.uint32), _occurrences(keys), planes)
    width = -(-len(features.counts) // 64) * 64
    spread = np.zeros((planes, width), np.bool_)
    spread[bits, (keys >> np.uint64(32)).astype(np.int64)] = True
    return np.packbits(spread, axis=1, bitorder="little").view("<u8").astype(np.uint64, copy=False)


def _occurrences(ordered: Bits) -> NDArray[np.int64]:
    """Number equal neighbours: 7 7 7 9 9 gives 0 1 2 0 1."""
    here = np.arange(len(ordered))
    fresh = np.ones(len(ordered), np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return here - np.maximum.accumulate(np.where(fresh, here, 0))


def count_rows(rows: Iterable[tuple[Bits, int]]) -> list[Bits]:
    """Add up weighted rows, column of bits by column of bits.

    Args:
        rows: At least one row of bits with its weight, 1 or more.

    Returns:
        The binary digits of the sums, lowest first, each a row as long as those given.
    """
    waiting: defaultdict[int, list[Bits]] = defaultdict(list)
    for row, weight in rows:
        for level in range(weight.bit_length()):
            if weight >> level & 1:
                waiting[level].append(row)
    blank = np.zeros_like(row)
    digits: list[Bits] = []
    while any(waiting.values()):
        level = len(digits)
        digits.append(_digit(waiting.pop(level, []), waiting[level + 1], blank))
    return digits


def _digit(rows: list[Bits], carried: list[Bits], blank: Bits) -> Bits:
    """Add rows of equal weight; give the digit of that weight and put what is carried over into `carried`."""
    while len(rows) > 2:
        total, carry = _full_adder(rows.pop(), rows.pop(), rows.pop())
        rows.append(total)
        carried.append(carry)
    if len(rows) == 2:
        carried.append(rows[0] & rows[1])
        return rows[0] ^ rows[1]
    return rows[0] if rows else blank


def _full_adder(a: Bits, b: Bits, c: Bits) -> tuple[Bits, Bits]:
    either = a ^ b
    total = either ^ c
    both = a & b
    np.bitwise_and(either, c, out=either)
    np.bitwise_or(both, either, out=both)
    return total, both


def at_least(digits: Sequence[Bits], bound: int) -> Bits:
    """Give the row of bits that says which sums are `bound` or more."""
    if bound <= 0:
        return np.full_like(digits[0], _ALL)
    if bound >> len(digits):
        return np.zeros_like(digits[0])
    enough = np.full_like(digits[0], _ALL)
    for level, digit in enumerate(digits):
        enough = enough & digit if bound >> level & 1 else enough | digit
    return enough


def set_places(row: Bits) -> NDArray[np.int64]:
    """Give the numbers of the bits that are set in a row, in order."""
    words = np.flatnonzero(row)
    unpacked = np.unpackbits(row[words].astype("<u8", copy=False).view(np.uint8), bitorder="little")
    places = np.flatnonzero(unpacked)
    found: NDArray[np.int64] = words[places >> 6] * 64 + (places & 63)
    return found


def sums_at(digits: Sequence[Bits], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Read the sums at some places off their binary digits."""
    words, shifts = places >> 6, (places & 63).astype(np.uint64)
    sums = np.zeros(len(places), np.int64)
    for level, digit in enumerate(digits):
        sums |= ((digit[words] >> shifts) & np.uint64(1)).astype(np.int64) << level
    return sums
