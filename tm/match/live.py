"""An index that changes: units come, change and go, and the very next query knows.

It is a stack of plain indexes. New texts wait in a small index of their own, made anew when it is asked after a change;
when it is full it becomes a layer, and layers of like size are made into one, so that there are never many (the
"logarithmic method"). What is removed or replaced is only marked in its layer, and is gone after `compacted`.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tm.match.index import Index

_FRESH = 128


class Layer:
    """An index whose positions stand for ids, and the marks of what has been removed.

    Attributes:
        index: The index.
        ids: The id of each position, ascending.
    """

    def __init__(self, index: Index, ids: NDArray[np.int64]) -> None:
        self.index, self.ids = index, ids
        self._removed = np.zeros(len(ids), np.bool_)
        self._any_removed = False

    @classmethod
    def of(cls, sources: Mapping[int, str], lang: str) -> Self:
        """Make a layer of texts by their ids."""
        ids = sorted(sources)
        return cls(Index.build([sources[one] for one in ids], lang), np.array(ids, np.int64))

    def __len__(self) -> int:
        return len(self.ids)

    def remove(self, unit_id: int) -> None:
        """Mark an id as removed, if it is here."""
        place = int(np.searchsorted(self.ids, unit_id))
        if place < len(self.ids) and self.ids[place] == unit_id:
            self._removed[place] = self._any_removed = True

    def query(self, text: str, threshold: float, k: int) -> list[tuple[int, float]]:
        """Find ids as `Index.query` finds positions."""
        without = self._removed if self._any_removed else None
        return [(int(self.ids[place]), alike) for place, alike in self.index.query(text, threshold, k, without=without)]

    def sources(self) -> dict[int, str]:
        """Give the folded texts that have not been removed, by id."""
        texts = zip(self.ids.tolist(), self.index.sources(), self._removed.tolist(), strict=True)
        return {unit_id: text for unit_id, text, removed in texts if not removed}


class LiveIndex:
    """Texts of one language by id, which come and go, and can be searched at any time.

    It is for one thread at a time.
    """

    def __init__(self, lang: str, layers: Sequence[Layer] = ()) -> None:
        """Stack layers; an id in a later layer must not be in an earlier one unless it is removed there."""
        self.lang = lang
        self._layers = list(layers)
        self._waiting: dict[int, str] = {}
        self._fresh: Layer | None = None

    @classmethod
    def build(cls, ids: Sequence[int], sources: Sequence[str], lang: str) -> Self:
        """Make an index of texts; `ids` are distinct, in any order, one for each text."""
        return cls(lang, [Layer.of(dict(zip(ids, sources, strict=True)), lang)])

    @property
    def base(self) -> Layer | None:
        """The lowest and, as a rule, largest layer: what is worth storing in a file."""
        return self._layers[0] if self._layers else None

    def add(self, unit_id: int, source: str) -> None:
        """Take up a text, in place of the one that had this id before, if any."""
        self.remove(unit_id)
        self._waiting[unit_id] = source
        if len(self._waiting) >= _FRESH:
            self._settle()

    def remove(self, unit_id: int) -> None:
        """Forget an id; one that is not there is no error."""
        self._fresh = None
        self._waiting.pop(unit_id, None)
        for layer in self._layers:
            layer.remove(unit_id)

    def query(self, text: str, threshold: float, k: int) -> list[tuple[int, float]]:
        """Find the texts most similar to a text, as (id, similarity).

        The most similar come first, of equals the lowest id; similarities equal to the threshold are found too.
        """
        if self._fresh is None:
            self._fresh = Layer.of(self._waiting, self.lang)
        found = chain.from_iterable(layer.query(text, threshold, k) for layer in (*self._layers, self._fresh))
        return nsmallest(k, found, key=lambda pair: (-pair[1], pair[0]))

    def compacted(self) -> "LiveIndex":
        """Give the same texts in one layer; this one stays as it is."""
        return LiveIndex(self.lang, [_merged([*self._layers, Layer.of(self._waiting, self.lang)], self.lang)])

    def _settle(self) -> None:
        """Make a layer of what waits, and one of the last two layers above the base while they are of like size."""
        self._layers.append(Layer.of(self._waiting, self.lang))
        self._waiting = {}
        while len(self._layers) > 2 and len(self._layers[-2]) <= 2 * len(self._layers[-1]):
            self._layers[-2:] = [_merged(self._layers[-2:], self.lang)]


def _merged(layers: Iterable[Layer], lang: str) -> Layer:
    sources: dict[int, str] = {}
    for layer in layers:
        sources |= layer.sources()
    return Layer.of(sources, lang)
