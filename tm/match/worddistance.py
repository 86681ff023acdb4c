"""Word distances of one query to many texts at once: the table of `similarity.word_distance`, a row for all at a time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tm.match.planes import Numbers
from tm.match.similarity import STEPS_PER_WORD, graded_steps, near_key
from tm.match.vocabulary import Vocabulary


class WordRuler:
    """Measures texts, whose words are numbers of a vocabulary, against a query."""

    def __init__(self, query: Sequence[str], vocabulary: Vocabulary) -> None:
        self._query, self._vocabulary = query, vocabulary
        self._numbers = [vocabulary.number(word) for word in query]
        self._near = [vocabulary.starting_with(near_key(word)) if word[0].isalpha() else range(0) for word in query]

    def distances(self, numbers: NDArray[np.int32], lengths: Numbers) -> Numbers:
        """Give the distances of texts to the query, in steps.

        Args:
            numbers: The words of the texts, one text after another.
            lengths: How many words each text has; at least one text.
        """
        used, places = np.unique(numbers, return_inverse=True)
        columns = np.zeros((len(lengths), int(lengths.max())), np.int64)
        columns[np.arange(columns.shape[1]) < lengths[:, None]] = places
        row = _last_row(self._replacement_costs(used), columns.T)
        return row[lengths, np.arange(len(lengths))].astype(np.int64)

    def _replacement_costs(self, used: NDArray[np.int32]) -> NDArray[np.int32]:
        """Give the cost of replacing each word of the query by each of some words, given by ascending numbers."""
        costs = np.full((len(self._query), max(1, len(used))), STEPS_PER_WORD, np.int32)
        for row, word, number, near in zip(costs, self._query, self._numbers, self._near, strict=True):
            first, last = np.searchsorted(used, np.array((near.start, near.stop), np.int32)).tolist()
            row[first:last] = self._near_costs(word, used[first:last])
            row[used == number] = 0
        return costs

    def _near_costs(self, word: str, used: NDArray[np.int32]) -> list[int]:
        """Give the cost of replacing a word by words that begin alike."""
        others = [self._vocabulary[number] for number in used.tolist()]
        if not others:
            return []
        distances = cdist([word], others, scorer=Levenshtein.distance).ravel().tolist()
        return [
            graded_steps(distance, max(len(word), len(other)))
            for distance, other in zip(distances, others, strict=True)
        ]


def _last_row(costs: NDArray[np.int32], columns: Numbers) -> NDArray[np.int32]:
    """Fill the table for all texts: `costs` of the query's words by the entries of `columns`, a column for each text."""
    ramp = STEPS_PER_WORD * np.arange(len(columns) + 1, dtype=np.int32)[:, None]
    row = np.repeat(ramp, columns.shape[1], axis=1)
    for cost in costs:
        replaced = row[:-1] + cost[columns]
        row += STEPS_PER_WORD
        np.minimum(row[1:], replaced, out=row[1:])
        # An insertion costs the same everywhere: take the slope away, and the best so far is a running minimum.
        row -= ramp
        np.minimum.accumulate(row, axis=0, out=row)
        row += ramp
    return row
