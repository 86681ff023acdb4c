"""Features: what two texts may share, and which bit plane stands for which.

A text's features are its tokens (characters, or words) numbered by occurrence: "banana" has (a, 0), (a, 1), (a, 2), so
that sharing features means sharing tokens with their multiplicity. A *key* is a feature as one number.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFF_FFFF)
_GOLDEN = np.uint64(0x9E37_79B9_7F4A_7C15)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a run of texts: their codes one text after another, and how many each text has."""

    codes: NDArray[np.uint32]
    counts: Numbers

    def features(self) -> tuple[Numbers, Keys]:
        """Give all features: for each the number of its text, and its key."""
        owners = np.repeat(np.arange(len(self.counts), dtype=np.uint64), self.counts)
        ordered = np.sort(owners << _HALF | self.codes)
        keys = (ordered & _LOW) << _HALF | _occurrences(ordered).astype(np.uint64)
        return (ordered >> _HALF).astype(np.int64), keys


def key(code: int, occurrence: int) -> int:
    """Give the key of one feature."""
    return code << 32 | occurrence


def _occurrences(ordered: Keys) -> Numbers:
    """Number equal neighbours: 7 7 7 9 9 gives 0 1 2 0 1."""
    here = np.arange(len(ordered))
    fresh = np.ones(len(ordered), np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return here - np.maximum.accumulate(np.where(fresh, here, 0))


@dataclass(frozen=True, slots=True)
class Allotment:
    """Which plane stands for which feature.

    The common features have a plane each; the others share the rest by a hash. Were a rare feature to share a plane with
    の, its plane would be set for nearly every text and tell nothing.

    Attributes:
        common: The keys of the common features, ascending; the first has plane 0.
        planes: How many planes there are.
    """

    common: Keys
    planes: int

    @classmethod
    def learn(cls, sample: Keys, planes: int) -> Self:
        """Give half of the planes to the features that are most frequent in a sample."""
        keys, frequency = np.unique(sample, return_counts=True)
        best = np.argsort(-frequency, kind="stable")[: planes // 2]
        return cls(np.sort(keys[best]), planes)

    def places(self, keys: Keys) -> Numbers:
        """Give the plane of each feature."""
        shared = np.uint64(self.planes - len(self.common))
        places = (((keys * _GOLDEN) >> _HALF) * shared >> _HALF).astype(np.int64) + len(self.common)
        if len(self.common):
            near = np.minimum(np.searchsorted(self.common, keys), len(self.common) - 1)
            np.copyto(places, near, where=self.common[near] == keys)
        return places
