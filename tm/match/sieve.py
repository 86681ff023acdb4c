"""The sieve of an index: which of its slots may share enough with a query, by bit planes for each class of length."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tm.match.planes import PLANES, Bits, at_least, build_planes, count_rows, hashed, set_places, sums_at
from tm.match.texts import Arrays, Numbers, Texts

_PIECE = 8192  # words of 64 texts: a few dozen of such rows fit into a core's cache


class Sieve:
    """Bit planes for slots in order of length, in classes: longer texts have more features and need more planes."""

    def __init__(self, planes: Sequence[Bits], starts: Sequence[int]) -> None:
        self._planes, self._starts = planes, starts

    @classmethod
    def build(cls, texts: Texts, lengths: NDArray[np.int32]) -> Self:
        """Make the sieve of texts whose lengths, in tokens, are in order."""
        starts = _class_starts(lengths, texts.features_per_token)
        planes = [
            build_planes(texts.features, first, last, count)
            for first, last, count in zip(starts, starts[1:], PLANES.values(), strict=False)
        ]
        return cls(planes, starts)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], texts: Texts, lengths: NDArray[np.int32]) -> Self:
        """Take up what `arrays` gave."""
        planes = [arrays[f"planes_{count}"] for count in PLANES.values()]
        return cls(planes, _class_starts(lengths, texts.features_per_token))

    def arrays(self) -> Arrays:
        """Give the planes by name."""
        return {f"planes_{count}": bits for count, bits in zip(PLANES.values(), self._planes, strict=True)}

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
        for planes, start, end in zip(self._planes, self._starts, self._starts[1:], strict=False):
            low, high = max(first, start) - start, min(last, end) - start
            rows = _rows(query, len(planes))
            for piece in range(low // 64, -(-high // 64), _PIECE):
                places, sums = _sift_piece(planes[:, piece : min(piece + _PIECE, -(-high // 64))], rows, least)
                places += 64 * piece
                inside = (places >= low) & (places < high)
                found.append(np.stack((places[inside] + start, sums[inside])))
        slots, shared = np.concatenate(found, axis=1)
        return slots, shared


def _sift_piece(planes: Bits, rows: Mapping[int, int], least: int) -> tuple[Numbers, Numbers]:
    digits = count_rows((planes[row], weight) for row, weight in rows.items())
    places = set_places(at_least(digits, least))
    return places, sums_at(digits, places)


def _rows(query: Sequence[tuple[int, int]], planes: int) -> Counter[int]:
    """Give the planes of a query's features, each with the sum of the weights that fall on it."""
    seen: Counter[int] = Counter()
    occurrences = []
    for code, _ in query:
        occurrences.append(seen[code])
        seen[code] += 1
    codes = np.fromiter((code for code, _ in query), np.uint32, len(query))
    rows: Counter[int] = Counter()
    for row, (_, weight) in zip(hashed(codes, np.array(occurrences, np.int64), planes).tolist(), query, strict=True):
        rows[row] += weight
    return rows


def _class_starts(lengths: NDArray[np.int32], features_per_token: int) -> list[int]:
    """Give the first slot of each class of length, and the number of slots."""
    ends = [most // features_per_token for most in PLANES]
    return [0, *np.searchsorted(lengths, np.array(ends, np.int64), side="right").tolist()]
