"""What a first alignment teaches: IBM Model 1 in both directions over the likely beads (Brown et al. 1993)."""

import numpy as np

from segments.align.side import Floats, Ints, Side
from segments.align.table import Table
from segments.align.telling import spread
from segments.model import Bead

_ROUNDS = 4
_DISCOUNT = 0.95
_NOTHING = 0.3
_UNKNOWN = 0.02
_LIKELY = 0.2


def learned(source: Side, target: Side, beads: list[Bead], known: Table) -> Table:
    """Learn a table from beads, weighing each by its confidence, beginning with what is known.

    A pair of words that stands together only once proves nothing: an absolute discount takes it away again.
    """
    both = [bead for bead in beads if bead.source and bead.target and bead.confidence > _LIKELY]
    ours, theirs, weights = _tokens(source, target, both)
    keys, pairs = np.unique(source.tokens[ours] * len(target.words) + target.tokens[theirs], return_inverse=True)
    mine, other = keys // max(1, len(target.words)), keys % max(1, len(target.words))
    forward, backward = _first(known, keys, len(target.words))
    for _ in range(_ROUNDS):
        told = _expected(forward[pairs], theirs, weights, len(target.tokens))
        telling = _expected(backward[pairs], ours, weights, len(source.tokens))
        forward = _probabilities(np.bincount(pairs, told, len(keys)).astype(np.float64), mine, len(source.words))
        backward = _probabilities(np.bincount(pairs, telling, len(keys)).astype(np.float64), other, len(target.words))
    return _joined(known, Table(mine, other, forward, backward), len(target.words))


def _tokens(source: Side, target: Side, beads: list[Bead]) -> tuple[Ints, Ints, Floats]:
    """List all pairs of a source and a target token that stand in one bead, with the confidence of the bead."""
    first = source.starts[[bead.source[0] for bead in beads]] if beads else np.zeros(0, np.int64)
    last = source.starts[[bead.source[-1] + 1 for bead in beads]] if beads else first
    start = target.starts[[bead.target[0] for bead in beads]] if beads else first
    stop = target.starts[[bead.target[-1] + 1 for bead in beads]] if beads else first
    bead, token = spread(first, last)
    owner, other = spread(start[bead], stop[bead])
    confidence = np.array([one.confidence for one in beads], np.float64)
    return token[owner], other, confidence[bead[owner]]


def _first(known: Table, keys: Ints, width: int) -> tuple[Floats, Floats]:
    """Begin with the known probabilities, and a little for every other pair."""
    order = np.argsort(known.source * width + known.target)
    ordered = (known.source * width + known.target)[order]
    place = np.minimum(np.searchsorted(ordered, keys), max(0, len(ordered) - 1))
    if not len(ordered):
        return np.full(len(keys), _UNKNOWN), np.full(len(keys), _UNKNOWN)
    found = ordered[place] == keys
    forward, backward = known.forward[order][place], known.backward[order][place]
    return np.where(found, forward, _UNKNOWN), np.where(found, backward, _UNKNOWN)


def _expected(chance: Floats, told: Ints, weights: Floats, size: int) -> Floats:
    """Share each told token among the tokens that may have told it, and nothing."""
    totals = np.bincount(told, chance, size)[told]
    return weights * chance / (totals + _NOTHING * _UNKNOWN)


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
    return Table(keys // max(1, width), keys % max(1, width), forward, backward)
