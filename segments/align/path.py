"""The way through the band: how likely every bead is, and the beads that are expected to be right most often.

Forward and backward sums over all ways give each bead its posterior probability; the alignment is the way with the best
sum of them (as in maximum expected accuracy parsing), and a bead's posterior is its confidence.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from segments.align.band import Band
from segments.align.score import SHAPES, SKIPS, Scores, Shape
from segments.align.side import Floats
from segments.model import Bead

_NEVER = -np.inf
_COST = 0.2
_ALONE = 0.02


class Step(NamedTuple):
    """A shape that leads from nodes of one row to as many nodes of a later row."""

    shape: Shape
    here: slice
    row: int
    there: slice


@dataclass(frozen=True, slots=True)
class Lattice:
    """The band with a number for the beads that begin at each node.

    Attributes:
        band: The nodes.
        steps: For each row of nodes, the ways into later rows.
        beads: For each shape, one array for each row of nodes.
    """

    band: Band
    steps: list[list[Step]]
    beads: dict[Shape, list[Floats]]

    def empty(self) -> list[Floats]:
        """Make minus infinity for every node, row by row."""
        return _rows_of(np.full(int(self.band.widths.sum()), _NEVER), self.band)

    def expected(self) -> dict[Shape, float]:
        """Add up the numbers by shape: of posteriors, how many beads of each shape there should be."""
        return {shape: float(np.concatenate(rows).sum()) for shape, rows in self.beads.items()}


def _rows_of(values: Floats, band: Band) -> list[Floats]:
    firsts = [*band.firsts.tolist(), len(values)]
    return [values[first:last] for first, last in pairwise(firsts)]


def _lattice(band: Band, scores: Scores) -> Lattice:
    """Lay the scores of beads out by nodes: a row of nodes has one more than its cells where it reaches the last column."""
    nodes = int(band.widths.sum())
    place = np.arange(scores.cells.firsts[-1]) + np.repeat(
        band.firsts[:-1] - scores.cells.firsts[:-1], scores.cells.widths
    )
    beads = {}
    for shape, values in scores.beads.items():
        laid = np.full(nodes, _NEVER)
        laid[place] = values
        beads[shape] = _rows_of(laid, band)
    for shape, score in scores.skips.items():
        beads[shape] = _rows_of(np.full(nodes, score), band)
    return Lattice(band, _steps(band), beads)


def _steps(band: Band) -> list[list[Step]]:
    low, high = band.low.tolist(), band.high.tolist()
    ways: list[list[Step]] = []
    for row in range(len(low)):
        ways.append([])
        for take, give in (*SHAPES, SKIPS[0]):
            other = row + take
            if other < len(low):
                first, last = max(low[row], low[other] - give), min(high[row], high[other] - give) + 1
                if first < last:
                    there = slice(first + give - low[other], last + give - low[other])
                    ways[row].append(Step((take, give), slice(first - low[row], last - low[row]), other, there))
    return ways


def posteriors(band: Band, scores: Scores) -> Lattice:
    """Give the posterior probability of every bead in the band."""
    lattice = _lattice(band, scores)
    skip = scores.skips[SKIPS[1]]
    before, after = _forward(lattice, skip), _backward(lattice, skip)
    whole = before[-1][-1]
    beads = {shape: lattice.empty() for shape in lattice.beads}
    for row, steps in enumerate(lattice.steps):
        for shape, here, other, there in steps:
            beads[shape][row][here] = before[row][here] + lattice.beads[shape][row][here] + after[other][there]
        beads[SKIPS[1]][row][:-1] = before[row][:-1] + skip + after[row][1:]
    return Lattice(band, lattice.steps, {shape: [np.exp(row - whole) for row in rows] for shape, rows in beads.items()})


def _forward(lattice: Lattice, skip: float) -> list[Floats]:
    """Sum all ways from the start to each node (logarithms)."""
    sums = lattice.empty()
    sums[0][0] = 0.0
    for row, steps in enumerate(lattice.steps):
        sums[row] = _along(sums[row], skip)
        for shape, here, other, there in steps:
            reached = sums[other][there]
            np.logaddexp(reached, sums[row][here] + lattice.beads[shape][row][here], out=reached)
    return sums


def _backward(lattice: Lattice, skip: float) -> list[Floats]:
    """Sum all ways from each node to the end (logarithms)."""
    sums = lattice.empty()
    sums[-1][-1] = 0.0
    for row in reversed(range(len(sums))):
        for shape, here, other, there in lattice.steps[row]:
            reached = sums[row][here]
            np.logaddexp(reached, lattice.beads[shape][row][here] + sums[other][there], out=reached)
        sums[row] = _along(sums[row][::-1], skip)[::-1]
    return sums


def _along(row: Floats, skip: float) -> Floats:
    """Let every node of a row also be reached from those to its left, by skips of one constant score."""
    slope = skip * np.arange(len(row))
    reached: Floats = np.logaddexp.accumulate(row - slope) + slope
    return reached


def best_beads(chances: Lattice) -> list[Bead]:
    """Give the beads of the way that is worth most."""
    worths = {shape: [_worth(shape, row) for row in rows] for shape, rows in chances.beads.items()}
    sums = chances.empty()
    sums[0][0] = 0.0
    for row, steps in enumerate(chances.steps):
        climbs = np.concatenate([[0.0], np.cumsum(worths[SKIPS[1]][row][:-1])])
        sums[row] = np.maximum.accumulate(sums[row] - climbs) + climbs
        for shape, here, other, there in steps:
            reached = sums[other][there]
            np.maximum(reached, sums[row][here] + worths[shape][row][here], out=reached)
    return _walk_back(chances, worths, sums)


def _worth(shape: Shape, chance: Floats) -> Floats:
    """Say what a bead adds to the quality of an alignment, as its F1 counts: a wrong one costs, a lonely sentence hardly counts."""
    return _ALONE * chance if shape in SKIPS else chance - _COST


def _walk_back(chances: Lattice, worths: dict[Shape, list[Floats]], sums: list[Floats]) -> list[Bead]:
    """Follow the best sums from the end to the start."""
    low, high = chances.band.low.tolist(), chances.band.high.tolist()
    row, column = len(low) - 1, high[-1]
    beads: list[Bead] = []
    while row > 0 or column > 0:
        came = []
        for shape in (*SHAPES, *SKIPS):
            i, j = row - shape[0], column - shape[1]
            if i >= 0 and low[i] <= j <= high[i]:
                came.append((float(sums[i][j - low[i]] + worths[shape][i][j - low[i]]), i, j, shape))
        _, i, j, shape = max(came)
        confidence = min(1.0, float(chances.beads[shape][i][j - low[i]]))
        beads.append(Bead(tuple(range(i, row)), tuple(range(j, column)), confidence))
        row, column = i, j
    return beads[::-1]
