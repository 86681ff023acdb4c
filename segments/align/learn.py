"""What a first alignment teaches: IBM Model 1 in both directions over the likely beads (Brown et al. 1993)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from segments.align.side import Floats, Ints, Side
from segments.align.table import Table
from segments.align.telling import spread
from segments.model import Bead

_ROUNDS = 4
_DISCOUNT = 0.95
_NOTHING = 0.3
_UNKNOWN = 0.02
_LIKELY = 0.2
_BLOCK = 2000

SmallInts = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Pairs of a source and a target token that stand in one bead, for some of the beads.

    Attributes:
        ours: Numbers of source tokens.
        theirs: Numbers of target tokens.
        weights: The confidence of their bead.
        pairs: Numbers of their pairs of words.
    """

    ours: SmallInts
    theirs: SmallInts
    weights: npt.NDArray[np.float32]
    pairs: SmallInts


def learned(source: Side, target: Side, beads: list[Bead], known: Table) -> Table:
    """Learn a table from beads, weighing each by its confidence, beginning with what is known.

    A pair of words that stands together only once proves nothing: an absolute discount takes it away again.
    """
    likely = [bead for bead in beads if bead.source and bead.target and bead.confidence > _LIKELY]
    keys, blocks = _meetings(source, target, likely)
    width = max(1, len(target.words))
    mine, other = keys // width, keys % width
    forward, backward = _first(known, keys, width)
    for _ in range(_ROUNDS):
        told, telling = np.zeros(len(keys)), np.zeros(len(keys))
        for block in blocks:
            told += _expected(forward, block, block.theirs)
            telling += _expected(backward, block, block.ours)
        forward = _probabilities(told, mine, len(source.words))
        backward = _probabilities(telling, other, len(target.words))
    return _joined(known, Table(mine, other, forward, backward), width)


def _meetings(source: Side, target: Side, beads: list[Bead]) -> tuple[Ints, list[_Meetings]]:
    """List the pairs of words that meet (each once, as a key), and all meetings, in blocks that spare memory."""
    cuts = range(0, len(beads), _BLOCK)
    found = [_tokens(source, target, beads[cut : cut + _BLOCK]) for cut in cuts]
    width = max(1, len(target.words))
    named = [source.tokens[ours].astype(np.int64) * width + target.tokens[theirs] for ours, theirs, _ in found]
    keys = np.unique(np.concatenate([np.zeros(0, np.int64), *(np.unique(block) for block in named)]))
    blocks = [
        _Meetings(ours, theirs, weights, np.searchsorted(keys, block).astype(np.int32))
        for (ours, theirs, weights), block in zip(found, named, strict=True)
    ]
    return keys, blocks


def _tokens(source: Side, target: Side, beads: list[Bead]) -> tuple[SmallInts, SmallInts, npt.NDArray[np.float32]]:
    first, last = source.starts[[b.source[0] for b in beads]], source.starts[[b.source[-1] + 1 for b in beads]]
    start, stop = target.starts[[b.target[0] for b in beads]], target.starts[[b.target[-1] + 1 for b in beads]]
    bead, token = spread(first, last)
    owner, other = spread(start[bead], stop[bead])
    confidence = np.array([one.confidence for one in beads], np.float32)
    return token[owner].astype(np.int32), other.astype(np.int32), confidence[bead[owner]]


def _first(known: Table, keys: Ints, width: int) -> tuple[Floats, Floats]:
    """Begin with the known probabilities, and a little for every other pair."""
    forward, backward = np.full(len(keys), _UNKNOWN), np.full(len(keys), _UNKNOWN)
    _, place, where = np.intersect1d(keys, known.source * width + known.target, return_indices=True)
    forward[place], backward[place] = known.forward[where], known.backward[where]
    return forward, backward


def _expected(chances: Floats, block: _Meetings, told: SmallInts) -> Floats:
    """Share each told token among the tokens that may have told it, and nothing; add up by pairs of words."""
    chance = chances[block.pairs]
    totals = np.bincount(told, chance)[told] if len(told) else chance
    shares = block.weights * chance / (totals + _NOTHING * _UNKNOWN)
    return np.bincount(block.pairs, shares, len(chances)).astype(np.float64)


def _probabilities(counts: Floats, owners: Ints, size: int) -> Floats:
    totals = np.bincount(owners, counts, size)[owners]
    shares: Floats = np.maximum(counts - _DISCOUNT, 0.0) / np.maximum(totals, 1e-9)
    return shares


def _joined(known: Table, taught: Table, width: int) -> Table:
    """Join two tables; where both know a pair, the higher probability holds."""
    keep = (taught.forward > 0) & (taught.backward > 0)
    source = np.concatenate([known.source, taught.source[keep]])
    target = np.concatenate([known.target, taught.target[keep]])
    keys, place = np.unique(source * width + target, return_inverse=True)
    forward, backward = np.zeros(len(keys)), np.zeros(len(keys))
    np.maximum.at(forward, place, np.concatenate([known.forward, taught.forward[keep]]))
    np.maximum.at(backward, place, np.concatenate([known.backward, taught.backward[keep]]))
    return Table(keys // width, keys % width, forward, backward)
