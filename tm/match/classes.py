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
    def build(cls, texts: Texts, lengths: NDArray[np.integer[Any]], worth_sifting: int) -> Self:
        """Make the sieves of texts.

        Args:
            texts: The texts.
            lengths: Their lengths in tokens, ascending.
            worth_sifting: How many texts a class must have to get a sieve; those of smaller classes are all given.
        """
        starts = _starts(texts, lengths)
        sieves = [
            Sieve.build(texts, first, last, count) if last - first >= worth_sifting else Sieve.without_planes(count)
            for (first, last), count in zip(pairwise(starts), _PLANES.values(), strict=True)
        ]
        return cls(sieves, starts)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], texts: Texts, lengths: NDArray[np.integer[Any]]) -> Self:
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
        found = [np.zeros((2, 0), np.int64)]
        for sieve, (start, end) in zip(self._sieves, pairwise(self._starts), strict=True):
            low, high = max(first, start), min(last, end)
            if low >= high:
                continue
            if least > 0 and sieve.has_planes:
                places, sums = sieve.sift(query, low - start, high - start, least)
                found.append(np.stack((places + start, sums)))
            else:
                everything = np.full(high - low, sum(weight for _, weight in query))
                found.append(np.stack((np.arange(low, high), everything)))
        slots, shared = np.concatenate(found, axis=1)
        return slots, shared


def _starts(texts: Texts, lengths: NDArray[np.integer[Any]]) -> list[int]:
    """Give the first slot of each class, and the number of slots."""
    ends = np.array([most // texts.codes_per_token for most in _PLANES], np.int64)
    return [0, *np.searchsorted(lengths, ends, side="right").tolist()]
