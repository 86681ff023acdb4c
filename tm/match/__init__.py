"""Matching: similarity, the index, scores, differences. Pure: arrays and strings in, values out."""

from tm.match.difference import Difference, Operation, differences
from tm.match.index import Index
from tm.match.live import Layer, LiveIndex
from tm.match.repair import Change, Repaired, repair
from tm.match.score import Candidate, Wanted, rank
from tm.match.similarity import similarity
from tm.match.variant import variant_key, variation

__all__ = [
    "Candidate",
    "Change",
    "Difference",
    "Index",
    "Layer",
    "LiveIndex",
    "Operation",
    "Repaired",
    "Wanted",
    "differences",
    "rank",
    "repair",
    "similarity",
    "variant_key",
    "variation",
]
