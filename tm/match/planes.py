"""Bit planes: sums for many texts at once, by logic on whole machine words.

Where a row holds one bit for each text, adding up rows tells how many of them are set for each text. The binary digits
of the sums are rows themselves ("vertical counters"), so that one AND or XOR works on 64 texts, and a sum of thirty rows
costs five such operations for each row, whatever the number of texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


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


def set_places(row: Bits) -> Numbers:
    """Give the numbers of the bits that are set in a row, in order."""
    words = np.flatnonzero(row)
    unpacked = np.unpackbits(row[words].astype("<u8", copy=False).view(np.uint8), bitorder="little")
    places = np.flatnonzero(unpacked.view(np.bool_))
    found: Numbers = words[places >> 6] * 64 + (places & 63)
    return found


def sums_at(rows: Sequence[Bits], weights: Sequence[int], places: Numbers) -> Numbers:
    """Add up weighted rows at some places only."""
    words, shifts = places >> 6, (places & 63).astype(np.uint64)
    sums = np.zeros(len(places), np.int64)
    for row, weight in zip(rows, weights, strict=True):
        sums += ((row[words] >> shifts) & np.uint64(1)).astype(np.int64) * weight
    return sums
