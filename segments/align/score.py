"""What a bead is worth: log-likelihood ratios of its words and lengths against sentences that have nothing to do with each other.

The words follow IBM Model 1 (Brown et al. 1993) in both directions: a target word is told by one of the bead's source words
or by nothing, and so the other way round. A word seen where its partner stands raises the ratio by how surprising it is; a
word without partner lowers it a little. The length is the log-normal of the ratio of characters.
"""

from dataclasses import dataclass

import numpy as np

from segments.align.band import Band, Cells
from segments.align.side import Floats, Ints, Side
from segments.align.table import Table

Shape = tuple[int, int]

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1))
_MOST = 4
SKIPS: tuple[Shape, ...] = ((1, 0), (0, 1))
PRIORS: dict[Shape, float] = {
    (1, 1): 0.76, (1, 2): 0.075, (2, 1): 0.075, (2, 2): 0.01, (1, 3): 0.01, (3, 1): 0.01, (2, 3): 0.002, (3, 2): 0.002,
    (1, 4): 0.002, (4, 1): 0.002, (1, 0): 0.03, (0, 1): 0.03,
}  # fmt: skip

_NOTHING = 0.45
_WORDS = 0.5
_LENGTH = 1.0
_SPREAD = 0.25
_SHORT = 6.0
_STRANGE = 1.2


@dataclass(frozen=True, slots=True)
class Scores:
    """The log-scores of all beads in a band.

    Attributes:
        cells: The cells of the band.
        beads: For each shape with sentences on both sides, the score of the bead that begins in each cell.
        skips: For the shapes 1-0 and 0-1, the score of any such bead.
    """

    cells: Cells
    beads: dict[Shape, Floats]
    skips: dict[Shape, float]


def score_beads(source: Side, target: Side, band: Band, table: Table, priors: dict[Shape, float]) -> Scores:
    """Score every bead in the band."""
    cells = band.cells()
    turned = cells.transposed(len(target))
    forward = _told(source, target, cells, table)
    backward = [
        gain[turned.find(cells.columns, cells.rows)] for gain in _told(target, source, turned, table.reversed())
    ]
    beads = {
        (take, give): np.log(priors[take, give])
        + _WORDS * (_run(forward[take - 1], cells, 0, give) + _run(backward[give - 1], cells, take, 0))
        + _LENGTH * _lengths(source, target, cells, (take, give))
        for take, give in SHAPES
    }
    return Scores(cells, beads, {shape: float(np.log(priors[shape])) for shape in SKIPS})


def _run(gains: Floats, cells: Cells, down: int, across: int) -> Floats:
    """Add up the gains of a cell and its next ones, so many in all, in one direction; minus infinity over the edge."""
    total = gains.copy()
    for step in range(1, max(down, across)):
        index = cells.find(cells.rows + (step if down else 0), cells.columns + (step if across else 0))
        total += np.where(index >= 0, gains[index], -np.inf)
    return total


def _lengths(source: Side, target: Side, cells: Cells, shape: Shape) -> Floats:
    ours, theirs = (np.concatenate([[0], np.cumsum(side.lengths)]) for side in (source, target))
    rows, columns = cells.rows, cells.columns
    mine = ours[np.minimum(rows + shape[0], len(source))] - ours[rows]
    other = theirs[np.minimum(columns + shape[1], len(target))] - theirs[columns]
    rate = (theirs[-1] + 30) / (ours[-1] + 12)
    off = np.log((other + _SHORT) / (rate * mine + _SHORT))
    spread = _SPREAD * np.sqrt(1 + 2 * _SHORT / (mine + 1))
    score: Floats = 0.5 * (off / _STRANGE) ** 2 - 0.5 * (off / spread) ** 2 + np.log(_STRANGE / spread)
    return np.maximum(score, -12)


def _told(given: Side, told: Side, cells: Cells, table: Table) -> list[Floats]:
    """Give for each cell the log-ratio of the told sentence's words, given one to four sentences from the row on."""
    grid = _TokenGrid.over(told, cells)
    evidence = grid.evidence(given, told, table)
    silence = grid.spread_tokens(_silence(told, table))
    sizes = np.concatenate([given.sizes, np.zeros(_MOST, np.int64)])
    size, gains = np.zeros(len(given)), []
    total = np.zeros(len(evidence))
    for step in range(_MOST):
        total = total + grid.below(evidence, step)
        size = size + sizes[step : step + len(given)]
        share = np.repeat(1 / np.maximum(size, 1), grid.widths)
        gains.append(grid.per_cell(np.log(silence + (1 - silence) * share * total)))
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
