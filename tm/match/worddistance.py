"""Word distances of one query to many texts at once: the table of `similarity.word_distance`, a row for all at a time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tm.match.similarity import STEPS_PER_WORD, graded_steps, near_key
from tm.match.vocabulary import Vocabulary


def word_distances(
    query: Sequence[str], texts: Sequence[NDArray[np.int32]], vocabulary: Vocabulary
) -> NDArray[np.int64]:
    """Give the distances in steps of a query's words to texts whose words are numbers of a vocabulary."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    used, places = np.unique(np.concatenate([*texts, np.zeros(0, np.int32)]), return_inverse=True)
    table = np.zeros((len(texts), int(lengths.max(initial=0))), np.int64)
    table[np.arange(table.shape[1]) < lengths[:, None]] = places
    costs = _replacement_costs(query, used, vocabulary)
    ramp = STEPS_PER_WORD * np.arange(table.shape[1] + 1, dtype=np.int32)[:, None]
    row = np.repeat(ramp, len(texts), axis=1)
    columns = table.T
    for number in range(len(query)):
        replaced = row[:-1] + costs[number][columns]
        row += STEPS_PER_WORD
        np.minimum(row[1:], replaced, out=row[1:])
        # An insertion costs the same everywhere: take the slope away, and the best so far is a running minimum.
        row -= ramp
        np.minimum.accumulate(row, axis=0, out=row)
        row += ramp
    return row[lengths, np.arange(len(texts))].astype(np.int64)


def _replacement_costs(query: Sequence[str], used: NDArray[np.int32], vocabulary: Vocabulary) -> NDArray[np.int32]:
    """Give the cost of replacing each word of the query by each vocabulary word of `used` (sorted numbers)."""
    costs = np.full((len(query), max(1, len(used))), STEPS_PER_WORD, np.int32)
    for row, word in zip(costs, query, strict=True):
        near = vocabulary.starting_with(near_key(word)) if word[0].isalpha() else range(0)
        first, last = np.searchsorted(used, (near.start, near.stop))
        others = [vocabulary[number] for number in used[first:last].tolist()]
        distances = cdist([word], others, scorer=Levenshtein.distance)[0].tolist() if others else []
        row[first:last] = [
            graded_steps(distance, max(len(word), len(other)))
            for distance, other in zip(distances, others, strict=True)
        ]
        row[used == vocabulary.number(word)] = 0
    return costs
