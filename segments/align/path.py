"""The way through the band: how likely every bead is, and the beads that are expected to be right most often.

Forward and backward sums over all ways give each bead its posterior probability; the alignment is the way with the highest
sum of posteriors (as in maximum expected accuracy parsing), and a bead's posterior is its confidence.
"""

from dataclasses import dataclass

import numpy as np

from segments.align.band import Band
from segments.align.score import SHAPES, SKIPS, Scores, Shape
from segments.align.side import Floats
from segments.model import Bead

_NEVER = -np.inf
_AGAINST = 0.05


@dataclass(frozen=True, slots=True)
class Posteriors:
    """The probability of every bead that begins at a node of the band, by shape: one array for each row of nodes."""

    band: Band
    beads: dict[Shape, list[Floats]]

    def expected(self) -> dict[Shape, float]:
        """Give the expected number of beads of each shape."""
        return {shape: float(sum(row.sum() for row in rows)) for shape, rows in self.beads.items()}


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The band with the scores of its beads laid out by rows of nodes."""

    band: Band
    beads: dict[Shape, list[Floats]]

    @classmethod
    def of(cls, band: Band, scores: Scores) -> "_Lattice":
        firsts, widths = scores.cells.firsts, scores.cells.widths
        beads: dict[Shape, list[Floats]] = {}
        for shape, values in scores.beads.items():
            rows = np.split(values, firsts[1:-1])
            beads[shape] = [
                np.concatenate([row, np.full(nodes - cells, _NEVER)])
                for row, nodes, cells in zip(rows, band.widths[:-1].tolist(), widths.tolist(), strict=True)
            ]
            beads[shape].append(np.full(int(band.widths[-1]), _NEVER))
        for shape, score in scores.skips.items():
            beads[shape] = [np.full(width, score) for width in band.widths.tolist()]
        return cls(band, beads)

    def steps(self, row: int) -> list[tuple[Shape, slice, int, slice]]:
        """List the shapes that lead from a row to a later one: which nodes of the row reach which nodes of which row."""
        low, high = self.band.low, self.band.high
        found = []
        for take, give in (*SHAPES, SKIPS[0]):
            other = row + take
            if other >= len(low):
                continue
            first = max(int(low[row]), int(low[other]) - give)
            last = min(int(high[row]), int(high[other]) - give)
            if first <= last:
                here = slice(first - int(low[row]), last - int(low[row]) + 1)
                there = slice(first + give - int(low[other]), last + give - int(low[other]) + 1)
                found.append(((take, give), here, other, there))
        return found

    def empty(self) -> list[Floats]:
        return [np.full(width, _NEVER) for width in self.band.widths.tolist()]


def posteriors(band: Band, scores: Scores) -> Posteriors:
    """Give the posterior probability of every bead in the band."""
    lattice = _Lattice.of(band, scores)
    skip = scores.skips[SKIPS[1]]
    before, after = _forward(lattice, skip), _backward(lattice, skip)
    whole = before[-1][-1]
    beads = {shape: lattice.empty() for shape in (*SHAPES, *SKIPS)}
    for row in range(len(band.low)):
        for shape, here, other, there in lattice.steps(row):
            beads[shape][row][here] = before[row][here] + lattice.beads[shape][row][here] + after[other][there]
        beads[SKIPS[1]][row][:-1] = before[row][:-1] + skip + after[row][1:]
    return Posteriors(band, {shape: [np.exp(row - whole) for row in rows] for shape, rows in beads.items()})


def _forward(lattice: _Lattice, skip: float) -> list[Floats]:
    """Sum all ways from the start to each node (logarithms)."""
    sums = lattice.empty()
    sums[0][0] = 0.0
    for row in range(len(sums)):
        sums[row] = _along(sums[row], skip)
        for shape, here, other, there in lattice.steps(row):
            sums[other][there] = np.logaddexp(sums[other][there], sums[row][here] + lattice.beads[shape][row][here])
    return sums


def _backward(lattice: _Lattice, skip: float) -> list[Floats]:
    """Sum all ways from each node to the end (logarithms)."""
    sums = lattice.empty()
    sums[-1][-1] = 0.0
    for row in reversed(range(len(sums))):
        for shape, here, other, there in lattice.steps(row):
            sums[row][here] = np.logaddexp(sums[row][here], lattice.beads[shape][row][here] + sums[other][there])
        sums[row] = _along(sums[row][::-1], skip)[::-1]
    return sums


def _along(row: Floats, skip: float) -> Floats:
    """Let every node of a row also be reached from those to its left, by skips of one constant score."""
    slope = skip * np.arange(len(row))
    reached: Floats = np.logaddexp.accumulate(row - slope) + slope
    return reached


def best_beads(chances: Posteriors) -> list[Bead]:
    """Give the beads of the way with the highest sum of posteriors."""
    lattice = _Lattice(chances.band, {shape: [row - _AGAINST for row in rows] for shape, rows in chances.beads.items()})
    sums = lattice.empty()
    sums[0][0] = 0.0
    for row in range(len(sums)):
        climbs = np.concatenate([[0.0], np.cumsum(lattice.beads[SKIPS[1]][row][:-1])])
        sums[row] = np.maximum.accumulate(sums[row] - climbs) + climbs
        for shape, here, other, there in lattice.steps(row):
            sums[other][there] = np.maximum(sums[other][there], sums[row][here] + lattice.beads[shape][row][here])
    return _walk_back(lattice, chances, sums)


def _walk_back(lattice: _Lattice, chances: Posteriors, sums: list[Floats]) -> list[Bead]:
    """Follow the best sums from the end to the start."""
    low, high = lattice.band.low.tolist(), lattice.band.high.tolist()
    row, column = len(low) - 1, high[-1]
    beads: list[Bead] = []
    while row > 0 or column > 0:
        came = []
        for shape in (*SHAPES, *SKIPS):
            i, j = row - shape[0], column - shape[1]
            if i >= 0 and low[i] <= j <= high[i]:
                came.append((float(sums[i][j - low[i]] + lattice.beads[shape][i][j - low[i]]), i, j, shape))
        _, i, j, shape = max(came)
        confidence = min(1.0, float(chances.beads[shape][i][j - low[i]]))
        beads.append(Bead(tuple(range(i, row)), tuple(range(j, column)), confidence))
        row, column = i, j
    return beads[::-1]
