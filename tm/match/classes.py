"""The slots of an index in classes by length, each with a sieve of its own: longer texts need more planes."""

import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tm.match.planes import Numbers
from tm.match.sieve import Sieve
from tm.match.texts import Arrays, Texts

_PLANES = {12: 128, 40: 256, 100: 512, sys.maxsize: 1024}
"""How many planes serve texts of up to so many features: about one bit in eight is set."""


class Classes:
    """Sieves for all slots, which are in order of length."""

    def __init__(self, sieves: Sequence[Sieve], starts: Sequence[int]) -> None:
        self._sieves, self._starts = sieves, starts

    @classmethod
    def build(cls, texts: Texts, lengths: NDArray[np.int32]) -> Self:
        """Make the sieves of texts; `lengths` has their lengths in tokens, ascending."""
        starts = _starts(texts, lengths)
        ranges = zip(pairwise(starts), _PLANES.values(), strict=True)
        return cls([Sieve.build(texts, first, last, count) for (first, last), count in ranges], starts)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], texts: Texts, lengths: NDArray[np.int32]) -> Self:
        """Take up what `arrays` gave."""
        return cls([Sieve.from_arrays(arrays, count) for count in _PLANES.values()], _starts(texts, lengths))

    def arrays(self) -> Arrays:
        """Give all that the sieves are made of."""
        return {name: array for sieve in self._sieves for name, array in sieve.arrays().items()}

    def sift(self, query: Sequence[tuple[int, int]], first: int, last: int, least: int) -> tuple[Numbers, Numbers]:
        """Give the slots that may share enough with a query, and the most that each may share.

        Args:
            query: The token codes of the query with their weights.
            first: The first slot of interest.
            last: The slot after the last one.
            least: The sum of weights that a slot must share with the query.
        """
        if least <= 0:
            slots = np.arange(first, last)
            return slots, np.full(len(slots), sum(weight for _, weight in query))
        found = [np.zeros((2, 0), np.int64)]
        for sieve, (start, end) in zip(self._sieves, pairwise(self._starts), strict=True):
            if first < end and last > start:
                places, sums = sieve.sift(query, max(first, start) - start, min(last, end) - start, least)
                found.append(np.stack((places + start, sums)))
        slots, shared = np.concatenate(found, axis=1)
        return slots, shared


def _starts(texts: Texts, lengths: NDArray[np.int32]) -> list[int]:
    """Give the first slot of each class, and the number of slots."""
    ends = np.array([most // texts.codes_per_token for most in _PLANES], np.int64)
    return [0, *np.searchsorted(lengths, ends, side="right").tolist()]
