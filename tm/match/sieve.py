"""The sieve of an index: which of its texts may share enough with a query.

Every feature of a text sets the bit of that text in one of a few hundred planes. A query needs the planes of its own
features only, and adds them up for all texts at once (`tm.match.planes`). Features may share a plane, so a sum can be
too high but never too low: it bounds from above what a text shares with the query.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tm.match.features import Allotment, key
from tm.match.planes import Bits, Numbers, at_least, count_rows, set_places, sums_at
from tm.match.texts import Arrays, Texts

_CHUNK = 4096  # texts at a time while building
_SAMPLES = 8  # chunks from which the common features are learnt
_PIECE = 8192  # words of 64 texts: a few dozen of such rows fit into a core's cache
_RARE = 5  # standard deviations above the mean that a sum must be for few texts to have it by chance


@dataclass(frozen=True, slots=True)
class Sieve:
    """The planes of texts in neighbouring slots.

    Attributes:
        allotment: Which plane stands for which feature.
        planes: For each plane a row with one bit for each text, the first text lowest.
        density: For each plane, the share of texts that have its bit.
    """

    allotment: Allotment
    planes: Bits
    density: NDArray[np.float64]

    @classmethod
    def build(cls, texts: Texts, first: int, last: int, count: int) -> Self:
        """Make `count` planes of the texts in slots `first` to `last` − 1."""
        allotment = Allotment.learn(_sample(texts, first, last), count)
        planes = np.zeros((count, -(-(last - first) // 64)), np.uint64)
        for start in range(first, last, _CHUNK):
            bits = _chunk_bits(texts, start, min(start + _CHUNK, last), allotment)
            place = (start - first) // 64
            planes[:, place : place + bits.shape[1]] = bits
        density = np.bitwise_count(planes).sum(axis=1, dtype=np.int64) / max(1, last - first)
        return cls(allotment, planes, density)

    @classmethod
    def without_planes(cls, count: int) -> Self:
        """Stand in for the sieve of texts that are too few to be worth one."""
        return cls(Allotment(np.zeros(0, np.uint64), count), np.zeros((count, 0), np.uint64), np.zeros(count))

    @property
    def has_planes(self) -> bool:
        """Whether there is anything to sift with."""
        return self.planes.size > 0

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], count: int) -> Self:
        """Take up what `arrays` gave for a sieve of `count` planes."""
        allotment = Allotment(arrays[f"common_{count}"], count)
        return cls(allotment, arrays[f"planes_{count}"], arrays[f"density_{count}"])

    def arrays(self) -> Arrays:
        """Give all that the sieve is made of."""
        count = self.allotment.planes
        return {
            f"common_{count}": self.allotment.common,
            f"planes_{count}": self.planes,
            f"density_{count}": self.density,
        }

    def sift(self, query: Sequence[tuple[int, int]], first: int, last: int, least: int) -> tuple[Numbers, Numbers]:
        """Find the texts that may share enough with a query.

        Args:
            query: The token codes of the query with their weights; at least one.
            first: The first text to look at.
            last: The text after the last one to look at.
            least: The sum of weights that a text must share with the query.

        Returns:
            The numbers of the texts, and the most that each may share.
        """
        rows = self._rows(query)
        head = self._telling(rows, least)
        rest = sum(weight for _, weight in rows[head:])
        end = -(-last // 64)
        found = [np.zeros((2, 0), np.int64)]
        for start in range(first // 64, end, _PIECE):
            piece = self.planes[:, start : min(start + _PIECE, end)]
            digits = count_rows((piece[row], weight) for row, weight in rows[:head])
            places = set_places(at_least(digits, least - rest))
            sums = sums_at(digits, [1 << level for level in range(len(digits))], places)
            sums += sums_at([piece[row] for row, _ in rows[head:]], [weight for _, weight in rows[head:]], places)
            found.append(np.stack((places + 64 * start, sums)))
        places, sums = np.concatenate(found, axis=1)
        enough = (places >= first) & (places < last) & (sums >= least)
        return places[enough], sums[enough]

    def _rows(self, query: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Give the planes of a query's features with the weights that fall on each, the sparsest plane first."""
        seen: Counter[int] = Counter()
        keys = []
        for code, _ in query:
            keys.append(key(code, seen[code]))
            seen[code] += 1
        rows: Counter[int] = Counter()
        for row, (_, weight) in zip(self.allotment.places(np.array(keys, np.uint64)).tolist(), query, strict=True):
            rows[row] += weight
        return sorted(rows.items(), key=lambda pair: self.density[pair[0]])

    def _telling(self, rows: Sequence[tuple[int, int]], least: int) -> int:
        """Give how many of the rows, the sparsest first, suffice to leave few texts by chance."""
        spare = sum(weight for _, weight in rows) - least
        weights = mean = variance = 0.0
        for number, (row, weight) in enumerate(rows, 1):
            density = float(self.density[row])
            weights += weight
            mean += weight * density
            variance += weight * weight * density * (1 - density)
            if weights - spare > mean + _RARE * sqrt(variance):
                return number
        return len(rows)


def _sample(texts: Texts, first: int, last: int) -> NDArray[np.uint64]:
    """Give features of texts from all over the slots."""
    step = max(_CHUNK, -(-(last - first) // _SAMPLES))
    runs = [texts.tokens(start, min(start + _CHUNK, last)).features()[1] for start in range(first, last, step)]
    return np.concatenate([*runs, np.zeros(0, np.uint64)])


def _chunk_bits(texts: Texts, first: int, last: int, allotment: Allotment) -> Bits:
    owners, keys = texts.tokens(first, last).features()
    width = -(-(last - first) // 64) * 64
    spread = np.zeros((allotment.planes, width), np.bool_)
    spread[allotment.places(keys), owners] = True
    return np.packbits(spread, axis=1, bitorder="little").view("<u8").astype(np.uint64, copy=False)
