"""The exact index: for a query, the k most similar of a million texts, as a scan of them all would give them.

The texts are ordered by length, for a text much shorter or longer than the query cannot be similar. Those of admissible
length are bounded from below in their distance by sieves; the survivors are measured, best bound first, until the
k-th best similarity is above all bounds that are left. Nothing that is left out could have been found.

An index is a dictionary of arrays (`arrays`, `from_arrays`), so that a file can hold it and `numpy.memmap` can open it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, Self
from unicodedata import unidata_version

import numpy as np
from numpy.typing import NDArray

from segments.fold import fold
from tm.match.classes import Classes
from tm.match.planes import Numbers
from tm.match.reach import Reach
from tm.match.similarity import ratio
from tm.match.texts import Arrays, Ruler, Texts, texts_type

LAYOUT = (1, *map(int, unidata_version.split(".")))
"""What stored arrays depend on: how they are laid out, and the Unicode tables that texts were folded by."""

_FIRST_BATCH = 32
_WORTH_SIFTING = 512


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Slots that may hold a match.

    Attributes:
        slots: The slots.
        positions: Their positions.
        hopes: The highest similarity that each can have.
        budgets: The largest distance that makes a match, in steps.
        full: The length of the longer text, slot or query, in steps.
    """

    slots: Numbers
    positions: NDArray[np.int32]
    hopes: NDArray[np.float64]
    budgets: Numbers
    full: Numbers

    def __len__(self) -> int:
        return len(self.slots)

    def chosen(self, which: NDArray[Any] | slice) -> "_Candidates":
        """Give some of the candidates, by a mask, by their order numbers, or by a slice."""
        return _Candidates(
            self.slots[which], self.positions[which], self.hopes[which], self.budgets[which], self.full[which]
        )

    def better_than(self, similarity: float, position: int) -> "_Candidates":
        """Give the candidates that may come before a match with that similarity at that position."""
        return self.chosen((self.hopes > similarity) | ((self.hopes == similarity) & (self.positions < position)))

    def batches(self) -> Iterator["_Candidates"]:
        """Give the candidates in order, in batches that grow."""
        start, size = 0, _FIRST_BATCH
        while start < len(self):
            yield self.chosen(slice(start, start + size))
            start, size = start + size, 2 * size


class Index:
    """Texts of one language, arranged for finding the similar ones.

    Texts have *positions*, in the order they were given, and *slots*, in order of length.
    """

    def __init__(
        self, lang: str, texts: Texts, lengths: NDArray[np.int32], order: NDArray[np.int32], classes: Classes
    ) -> None:
        self.lang = lang
        self._texts, self._lengths, self._order, self._classes = texts, lengths, order, classes

    @classmethod
    def build(cls, sources: Sequence[str], lang: str, *, worth_sifting: int = _WORTH_SIFTING) -> Self:
        """Make an index of texts, folding each.

        Args:
            sources: The texts; a query will speak of them by their positions here.
            lang: Their language; it decides how they are measured (`tm.match.similarity`).
            worth_sifting: From how many texts of like length on bit planes are made; fewer are quicker all measured.
        """
        texts, lengths, order = texts_type(lang).pack([fold(source, lang) for source in sources])
        classes = Classes.build(texts, lengths, worth_sifting)
        return cls(lang, texts, lengths.astype(np.int32), order.astype(np.int32), classes)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], lang: str) -> Self:
        """Take up what `arrays` gave; memory-mapped arrays are read only where a query looks.

        Raises:
            ValueError: The arrays are of another layout than this program makes; the index must be built anew.
        """
        if "layout" not in arrays or tuple(arrays["layout"].tolist()) != LAYOUT:
            raise ValueError("The index is of another version of the program; build it anew.")
        texts, lengths = texts_type(lang).from_arrays(arrays), arrays["lengths"]
        return cls(lang, texts, lengths, arrays["order"], Classes.from_arrays(arrays, texts, lengths))

    def arrays(self) -> Arrays:
        """Give all that the index is made of, to be stored as it is."""
        return {
            "layout": np.array(LAYOUT, np.int64),
            "lengths": self._lengths,
            "order": self._order,
            **self._classes.arrays(),
            **self._texts.arrays(),
        }

    def __len__(self) -> int:
        return len(self._order)

    def sources(self) -> list[str]:
        """Give the folded texts in order of position."""
        texts = [""] * len(self)
        for slot, position in enumerate(self._order.tolist()):
            texts[position] = self._texts[slot]
        return texts

    def query(
        self, text: str, threshold: float, k: int, *, without: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Find the texts most similar to a text.

        Args:
            text: What to look for; it is folded here.
            threshold: The least similarity of interest, 0 to 1; texts with just this similarity are found too.
            k: How many texts at most, 1 or more.
            without: For each position, whether to pass over it; by default all are looked at.

        Returns:
            Pairs of position and similarity, the most similar first, of equals the lowest position first: what
            `similarity` gives for all the texts, sorted and cut.
        """
        folded = fold(text, self.lang)
        candidates = self._candidates(folded, threshold)
        if without is not None:
            candidates = candidates.chosen(~without[candidates.positions])
        if not len(candidates):
            return []
        ruler = self._texts.ruler(folded)
        best: list[tuple[float, int]] = []
        for batch in candidates.batches():
            promising = batch.better_than(-best[-1][0], best[-1][1]) if len(best) == k else batch
            if len(promising):
                best = nsmallest(k, [*best, *_measured(ruler, promising)])
            elif batch.hopes[0] < -best[-1][0]:
                break
        return [(position, -negative) for negative, position in best]

    def _candidates(self, folded: str, threshold: float) -> _Candidates:
        """Find the slots whose bounds leave hope, the most hopeful first."""
        length, steps = self._texts.length(folded), self._texts.steps
        reach = Reach.of(length, threshold, steps, int(self._lengths[-1]) if len(self) else -1)
        ends = np.array((reach.shortest, reach.longest + 1), self._lengths.dtype)
        first, last = np.searchsorted(self._lengths, ends).tolist()
        least = int(np.min(reach.full - reach.budgets, initial=sys.maxsize))
        slots, shared = self._classes.sift(self._texts.query_tokens(folded), first, last, least)
        lengths = self._lengths[slots]
        full, budgets = reach.full[lengths - reach.shortest], reach.budgets[lengths - reach.shortest]
        bounds = np.maximum(full - shared, steps * np.abs(lengths - length))
        hopes = 1 - bounds / np.maximum(full, 1)
        candidates = _Candidates(slots, self._order[slots], hopes, budgets, full).chosen(bounds <= budgets)
        return candidates.chosen(np.argsort(-candidates.hopes, kind="stable"))


def _measured(ruler: Ruler, batch: _Candidates) -> Iterator[tuple[float, int]]:
    """Measure candidates; give (negative similarity, position) of those that are matches."""
    distances = ruler(batch.slots, int(batch.budgets.max()))
    near = np.flatnonzero(distances <= batch.budgets)
    measures = zip(distances[near].tolist(), batch.full[near].tolist(), batch.positions[near].tolist(), strict=True)
    return ((-ratio(distance, full), position) for distance, full, position in measures)
