"""The band: which places of the grid of source and target positions are worth looking at.

A node (i, j) stands before source sentence i and target sentence j; the way of the alignment goes from (0, 0) to the last
node. Small grids are looked at whole; in large ones sentences that share rare words are strung into the best rising chain,
and the band follows the chain with a margin. Nothing dense of the size of the grid is ever made.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from segments.align.side import Floats, Ints, Side
from segments.align.table import Table

_WHOLE = 30_000
_MARGIN = 8
_RARE = 12
_BEST_OF_ROW = 4
_WIDEST = 400


@dataclass(frozen=True, slots=True)
class Band:
    """For each source position from 0 to the number of source sentences, the target positions `low` to `high`, inclusive."""

    low: Ints
    high: Ints

    @property
    def widths(self) -> Ints:
        """Count the nodes of each row."""
        return self.high - self.low + 1

    @property
    def firsts(self) -> Ints:
        """Give the number of the first node of each row, counting nodes row by row."""
        return np.concatenate([[0], np.cumsum(self.widths)[:-1]])

    def cells(self) -> "Cells":
        """Give the pairs of sentences in the band: node (i, j) has the cell of sentences i and j."""
        rows, columns = len(self.low) - 1, int(self.high[-1])
        return Cells(self.low[:rows], np.minimum(self.high[:rows] + 1, columns))


@dataclass(frozen=True, slots=True)
class Cells:
    """For each row (a sentence) the columns (sentences of the other side) from `low` up to, not with, `high`; both rise."""

    low: Ints
    high: Ints

    @property
    def widths(self) -> Ints:
        """Count the cells of each row."""
        return self.high - self.low

    @property
    def firsts(self) -> Ints:
        """Give the number of the first cell of each row, counting cells row by row, and at last their count."""
        return np.concatenate([[0], np.cumsum(self.widths)])

    @property
    def rows(self) -> Ints:
        """Give the row of each cell."""
        return np.repeat(np.arange(len(self.low)), self.widths)

    @property
    def columns(self) -> Ints:
        """Give the column of each cell."""
        return np.arange(int(self.widths.sum())) + np.repeat(self.low - self.firsts[:-1], self.widths)

    def transposed(self, columns: int) -> "Cells":
        """Give the same cells with rows and columns changed over, for a grid with so many columns."""
        numbers = np.arange(columns)
        return Cells(np.searchsorted(self.high, numbers, "right"), np.searchsorted(self.low, numbers, "right"))

    def find(self, rows: Ints, columns: Ints) -> Ints:
        """Give the numbers of the cells at these places, -1 for a place outside."""
        safe = np.minimum(rows, len(self.low) - 1)
        inside = (rows < len(self.low)) & (columns >= self.low[safe]) & (columns < self.high[safe])
        return np.where(inside, self.firsts[safe] + columns - self.low[safe], -1)


def find_band(source: Side, target: Side, table: Table) -> Band:
    """Choose the band for two sides by the words of the table."""
    rows, columns = len(source), len(target)
    if (rows + 1) * (columns + 1) <= _WHOLE:
        return Band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns, np.int64))
    return band_around(_chain(*_hits(source, target, table), columns), rows, columns)


def band_around(chain: list[tuple[int, int]], rows: int, columns: int) -> Band:
    """Give the band that follows a rising chain of cells: between two of them it is the rectangle they span, and a margin."""
    points = [(0, 0), *chain, (rows, columns)]
    low, high = np.full(rows + 1, columns, np.int64), np.zeros(rows + 1, np.int64)
    for (row, column), (next_row, next_column) in pairwise(points):
        here = slice(max(0, row - _MARGIN), next_row + _MARGIN + 1)
        low[here] = np.minimum(low[here], max(0, column - _MARGIN))
        high[here] = np.maximum(high[here], min(columns, next_column + _MARGIN))
    low, high = _narrowed(low, high, columns)
    low[0], high[-1] = 0, columns
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _narrowed(low: Ints, high: Ints, columns: int) -> tuple[Ints, Ints]:
    """Keep rows without any chain near from growing beyond what memory allows: around the straight way through them."""
    wide = high - low > _WIDEST
    straight = np.linspace(0, columns, len(low)).astype(np.int64)
    middle = np.clip(straight, low + _WIDEST // 2, np.maximum(high - _WIDEST // 2, low + _WIDEST // 2))
    return np.where(wide, middle - _WIDEST // 2, low), np.where(wide, middle + _WIDEST // 2, high)


def _hits(source: Side, target: Side, table: Table) -> tuple[Ints, Ints, Floats]:
    """Find the cells that share rare words: rows, columns and weights, the best few of each row."""
    rare = (source.counts[table.source] <= _RARE) & (target.counts[table.target] <= _RARE)
    strength = np.sqrt(table.forward * table.backward)
    mine, theirs = _places(source), _places(target)
    weights: dict[tuple[int, int], float] = {}
    for word, other, weight in zip(
        table.source[rare].tolist(), table.target[rare].tolist(), strength[rare].tolist(), strict=True
    ):
        shared = weight / len(mine[word]) / len(theirs[other])
        for row in mine[word]:
            for column in theirs[other]:
                weights[row, column] = weights.get((row, column), 0.0) + shared
    return _best_of_rows(weights)


def _places(side: Side) -> list[list[int]]:
    """Give for each word the sentences where it stands."""
    places: list[list[int]] = [[] for _ in side.words]
    for word, sentence in zip(side.tokens.tolist(), side.sentences.tolist(), strict=True):
        if not places[word] or places[word][-1] != sentence:
            places[word].append(sentence)
    return places


def _best_of_rows(weights: dict[tuple[int, int], float]) -> tuple[Ints, Ints, Floats]:
    cells = np.array(list(weights), np.int64).reshape(-1, 2)
    values = np.fromiter(weights.values(), np.float64, len(weights))
    order = np.lexsort((-values, cells[:, 0]))
    rows = cells[order, 0]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = order[rank < _BEST_OF_ROW]
    return cells[kept, 0], cells[kept, 1], values[kept]


def _chain(rows: Ints, columns: Ints, weights: Floats, width: int) -> list[tuple[int, int]]:
    """Find the heaviest chain of cells that rises in rows and columns (a Fenwick tree of prefix maxima over columns)."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before: list[int] = [-1] * len(rows)
    order = np.lexsort((-columns, rows)).tolist()
    for cell in order:
        column = int(columns[cell])
        weight, before[cell] = _best_up_to(tree, column)
        _raise(tree, column + 1, (weight + float(weights[cell]), cell))
    chain = []
    cell = _best_up_to(tree, width)[1]
    while cell >= 0:
        chain.append((int(rows[cell]), int(columns[cell])))
        cell = before[cell]
    return chain[::-1]


def _best_up_to(tree: list[tuple[float, int]], index: int) -> tuple[float, int]:
    best = (0.0, -1)
    while index > 0:
        best = max(best, tree[index])
        index -= index & -index
    return best


def _raise(tree: list[tuple[float, int]], index: int, entry: tuple[float, int]) -> None:
    while index < len(tree):
        tree[index] = max(tree[index], entry)
        index += index & -index
