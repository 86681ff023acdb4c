"""The translation table: for the words of two sides, how likely one is where the other is.

Layers of knowledge (terms, lexicon, equal strings, sounds) and what the pair itself teaches all come down to the same sparse
table of word pairs with two probabilities each.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from segments.align.lexicon import Lexicon
from segments.align.side import Floats, Ints, Side
from segments.align.sound import sound_alikes

_TRUST = 0.9
_EQUAL = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs of words that may translate each other.

    Attributes:
        source: Numbers of source words.
        target: Numbers of target words.
        forward: Probability of the target word where the source word is.
        backward: Probability of the source word where the target word is.
    """

    source: Ints
    target: Ints
    forward: Floats
    backward: Floats

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.source)

    def reversed(self) -> "Table":
        """Give the same table for the other direction."""
        return Table(self.target, self.source, self.backward, self.forward)


def table_of(weights: dict[tuple[int, int], float]) -> Table:
    """Make a table from weights of word pairs: a word's partners share its probability by their weights."""
    keys = np.array(list(weights), np.int64).reshape(-1, 2)
    values = np.fromiter(weights.values(), np.float64, len(weights))
    source, target = keys[:, 0], keys[:, 1]
    return Table(source, target, _shared(values, source), _shared(values, target))


def _shared(weights: Floats, owners: Ints) -> Floats:
    totals = np.bincount(owners, weights)[owners] if len(owners) else weights
    shares: Floats = _TRUST * weights / np.maximum(totals, 1.0)
    return shares


def known_pairs(source: Side, target: Side, lexicon: Lexicon) -> Table:
    """Say what is known of the words of a Japanese source and its target before looking at how they stand."""
    weights: dict[tuple[int, int], float] = {}
    numbers = {word: number for number, word in enumerate(target.words)}
    for ours, theirs, weight in _layers(source, target, lexicon):
        if theirs in numbers:
            key = ours, numbers[theirs]
            weights[key] = max(weights.get(key, 0.0), weight)
    return table_of(weights)


def _layers(source: Side, target: Side, lexicon: Lexicon) -> Iterator[tuple[int, str, float]]:
    for number, word in enumerate(source.words):
        yield number, word, _EQUAL
        for gloss, weight in lexicon.entries.get(word, {}).items():
            yield number, gloss, weight
    numbers = {word: number for number, word in enumerate(source.words)}
    heard = {word: reading for word, reading in source.readings.items() if word in numbers}
    for word, gloss, likeness in sound_alikes(heard, target.words):
        yield numbers[word], gloss, likeness**2
