"""What a bead is worth: log-likelihood ratios of its words and lengths against sentences that have nothing to do with each other.

The words tell each other in both directions (see `telling`). In a bead with several sentences on both sides, not every
sentence needs to answer every other: they may overlap like a chain (a sentence cut in two here, joined with its neighbour
there), and the best way of overlapping counts. The length is the log-normal of the ratio of characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from segments.align.band import Band, Cells
from segments.align.side import Floats, Side
from segments.align.table import Table
from segments.align.telling import told_by

Shape = tuple[int, int]
Span = tuple[int, int]

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1), (3, 3))
SKIPS: tuple[Shape, ...] = ((1, 0), (0, 1))
PRIORS: dict[Shape, float] = {
    (1, 1): 0.72, (1, 2): 0.075, (2, 1): 0.075, (2, 2): 0.025, (1, 3): 0.01, (3, 1): 0.01, (2, 3): 0.0015, (3, 2): 0.0015,
    (1, 4): 0.002, (4, 1): 0.002, (3, 3): 0.001, (1, 0): 0.038, (0, 1): 0.038,
}  # fmt: skip

_WORDS = 0.5
_LENGTH = 0.9
_SPREAD = 0.2
_SHORT = 3.0
_STRANGE = 1.4


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
    forward = told_by(source, target, cells, table)
    backward = told_by(target, source, turned, table.reversed())
    place = turned.find(cells.columns, cells.rows)
    words = _Words(cells, forward, [gain[place] for gain in backward])
    beads = {
        shape: np.log(priors[shape]) + _WORDS * words.of(shape) + _LENGTH * _lengths(source, target, cells, shape)
        for shape in SHAPES
    }
    return Scores(cells, beads, {shape: float(np.log(priors[shape])) for shape in SKIPS})


class _Words:
    """The part of a bead's score that its words give.

    `forward[n - 1]` has for each cell how well n source sentences from the row on tell the target sentence of the column,
    `backward[n - 1]` how well n target sentences from the column on tell the source sentence of the row.
    """

    def __init__(self, cells: Cells, forward: list[Floats], backward: list[Floats]) -> None:
        self._cells = cells
        self._forward = forward
        self._backward = backward
        self._rows = cells.rows
        self._columns = cells.columns
        self._places: dict[Shape, npt.NDArray[np.int32]] = {}

    def of(self, shape: Shape) -> Floats:
        """Score a shape by the best way in which its sentences may overlap."""
        ways = [self._overlapping(ours, theirs) for ours, theirs in overlaps(*shape)]
        best: Floats = np.maximum.reduce(ways)
        return best

    def _overlapping(self, ours: list[Span], theirs: list[Span]) -> Floats:
        total = np.zeros(len(self._rows))
        for row, (first, count) in enumerate(ours):
            total += self._at(self._backward[count - 1], (row, first))
        for column, (first, count) in enumerate(theirs):
            total += self._at(self._forward[count - 1], (first, column))
        return total

    def _at(self, gains: Floats, offset: Shape) -> Floats:
        """Give what stands so many rows and columns further on, minus infinity over the edge."""
        if offset not in self._places:
            found = self._cells.find(self._rows + offset[0], self._columns + offset[1])
            self._places[offset] = found.astype(np.int32)
        place = self._places[offset]
        return np.where(place >= 0, gains[place], -np.inf)


@cache
def overlaps(take: int, give: int) -> list[tuple[list[Span], list[Span]]]:
    """List the ways in which the sentences of a bead may overlap.

    Each way gives for each source sentence the first of the target sentences that answer it and their number, and the same
    for each target sentence. Either all answer all, or they overlap in a chain.
    """
    everything = [(0, give)] * take, [(0, take)] * give
    chains = [_spans(links) for links in _chains((0, 0), (take - 1, give - 1))]
    return chains if min(take, give) == 1 else [everything, *chains]


def _chains(link: Shape, last: Shape) -> Iterator[list[Shape]]:
    """List the chains of links from one to the last, each step one sentence on, on one side."""
    if link == last:
        yield [link]
    for following in ((link[0] + 1, link[1]), (link[0], link[1] + 1)):
        if following[0] <= last[0] and following[1] <= last[1]:
            yield from ([link, *rest] for rest in _chains(following, last))


def _spans(links: list[Shape]) -> tuple[list[Span], list[Span]]:
    ours: dict[int, list[int]] = {}
    theirs: dict[int, list[int]] = {}
    for row, column in links:
        ours.setdefault(row, []).append(column)
        theirs.setdefault(column, []).append(row)
    spans = [[(numbers[0], len(numbers)) for numbers in side.values()] for side in (ours, theirs)]
    return spans[0], spans[1]


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
