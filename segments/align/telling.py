"""How well the words of one side tell those of the other: IBM Model 1 (Brown et al. 1993) as a log-likelihood ratio.

A word is told by one of the words of the sentences across, or by nothing. A word seen where its partner stands raises the
ratio by how surprising it is there; a word whose partners are missing lowers it; a word of which nothing is known says
nothing.
"""

from dataclasses import dataclass

import numpy as np

from segments.align.band import Cells
from segments.align.side import Floats, Ints, Side
from segments.align.table import Table

MOST = 4
_NOTHING = 0.17
_BLOCK = 500


def told_by(given: Side, told: Side, cells: Cells, table: Table) -> list[Floats]:
    """Give for each cell the log-ratio of the told sentence's words, given one to four sentences from the row on."""
    blocks = [
        _told_in_rows(given, told, cells, table, slice(first, min(first + _BLOCK, len(given))))
        for first in range(0, len(given), _BLOCK)
    ]
    return [np.concatenate(gains) for gains in zip(*blocks, strict=True)]


def _told_in_rows(given: Side, told: Side, cells: Cells, table: Table, rows: slice) -> list[Floats]:
    """Do so for some rows (all at once would take too much memory)."""
    reach = slice(rows.start, rows.stop + MOST - 1)
    part = given.part(reach)
    grid = _TokenGrid.over(told, Cells(cells.low[reach], cells.high[reach]))
    evidence = grid.evidence(part, told, table)
    silent = grid.spread_tokens(_silence(told, table))
    sizes = np.concatenate([part.sizes, np.zeros(MOST, np.int64)])
    size, total, gains = np.zeros(len(part)), np.zeros(len(evidence)), []
    count = int(cells.widths[rows].sum())
    for step in range(MOST):
        total = total + grid.below(evidence, step)
        size = size + sizes[step : step + len(part)]
        share = np.repeat(1 / np.maximum(size, 1.0), grid.widths)
        gains.append(grid.per_cell(np.log(silent + (1 - silent) * share * total))[:count])
    return gains


def _silence(told: Side, table: Table) -> Floats:
    """Give for each token the chance that nothing tells it: a word of which nothing is known says nothing either way."""
    silence = np.ones(len(told.words))
    silence[table.target] = _NOTHING
    return silence[told.tokens]


@dataclass(frozen=True, slots=True)
class _TokenGrid:
    """The cells of a band opened up into the tokens of their columns: row after row, token after token.

    Attributes:
        low: For each row the first token of its columns.
        widths: For each row the number of tokens of its columns.
        firsts: For each row the place of its first token in the grid; at last the size of the grid.
        edges: For each cell the places where its tokens begin and end.
    """

    low: Ints
    widths: Ints
    firsts: Ints
    edges: tuple[Ints, Ints]

    @classmethod
    def over(cls, told: Side, cells: Cells) -> "_TokenGrid":
        low = told.starts[cells.low]
        widths = told.starts[cells.high] - low
        firsts = np.concatenate([[0], np.cumsum(widths)])
        shift = np.repeat(firsts[:-1] - low, cells.widths)
        columns = cells.columns
        return cls(low, widths, firsts, (told.starts[columns] + shift, told.starts[columns + 1] + shift))

    def evidence(self, given: Side, told: Side, table: Table) -> Floats:
        """Add up, for each token, how much likelier the words of the row make it than its own frequency does."""
        size = len(told.tokens)
        frequency = (told.counts[table.target] + 1) / (size + len(told.words))
        ratio = table.forward / frequency
        by_word = np.argsort(given.tokens, kind="stable")
        sentences = given.sentences[by_word]
        ends = np.cumsum(given.counts)
        pair, place = spread(ends[table.source] - given.counts[table.source], ends[table.source])
        row = sentences[place]
        theirs = np.argsort(told.tokens, kind="stable")
        keys = told.tokens[theirs] * (size + 1) + theirs
        wanted = table.target[pair] * (size + 1) + self.low[row]
        hit, found = spread(np.searchsorted(keys, wanted), np.searchsorted(keys, wanted + self.widths[row]))
        index = self.firsts[row[hit]] + theirs[found] - self.low[row[hit]]
        return np.bincount(index, ratio[pair[hit]], minlength=int(self.firsts[-1])).astype(np.float64)

    def spread_tokens(self, values: Floats) -> Floats:
        """Give a value of each token of the text to all its places in the grid."""
        _, token = spread(self.low, self.low + self.widths)
        return values[token]

    def below(self, values: Floats, step: int) -> Floats:
        """Give for each token the value it has so many rows further down, 0 outside the band."""
        if step == 0:
            return values
        moved = np.zeros(len(values))
        highs = self.low + self.widths
        starts, stops = self.low[step:], np.minimum(highs[:-step], highs[step:])
        row, token = spread(starts, np.maximum(starts, stops))
        moved[self.firsts[row] + token - self.low[row]] = values[self.firsts[row + step] + token - self.low[row + step]]
        return moved

    def per_cell(self, values: Floats) -> Floats:
        """Add up the values of each cell's tokens."""
        sums = np.concatenate([[0.0], np.cumsum(values)])
        total: Floats = sums[self.edges[1]] - sums[self.edges[0]]
        return total


def spread(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """List the numbers of many ranges one after the other, and for each the range it comes from."""
    sizes = stops - starts
    owner = np.repeat(np.arange(len(sizes)), sizes)
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    return owner, np.arange(int(sizes.sum())) + (starts - offsets)[owner]
