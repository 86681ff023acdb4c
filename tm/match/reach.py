"""How far a text may be from a query at a threshold: the lengths and distances that still make a match."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tm.match.similarity import ratio


@dataclass(frozen=True, slots=True)
class Reach:
    """The lengths, in tokens, of texts that can match a query, and what each length may and must have.

    Attributes:
        shortest: The smallest length.
        longest: The largest length, less than `shortest` where nothing can match.
        full: For each length, the length of the longer text, in steps.
        budgets: For each length, the largest distance of a match, in steps.
    """

    shortest: int
    longest: int
    full: NDArray[np.int64]
    budgets: NDArray[np.int64]

    @classmethod
    def of(cls, length: int, threshold: float, steps: int, longest: int) -> Self:
        """Find the reach of a query.

        Args:
            length: The length of the query in tokens.
            threshold: The least similarity of a match; similarities equal to it are matches.
            steps: Steps for one token.
            longest: The largest length that there is.
        """
        allowed = budget(steps * length, threshold)
        shortest = max(0, length - allowed // steps) if allowed >= 0 else longest + 1
        longest = int(min(longest, length / threshold + 1)) if threshold > 0 else longest
        while longest > length and steps * (longest - length) > budget(steps * longest, threshold):
            longest -= 1
        full = [steps * max(length, other) for other in range(shortest, longest + 1)]
        budgets = [budget(one, threshold) for one in full]
        return cls(shortest, longest, np.array(full, np.int64), np.array(budgets, np.int64))


def budget(full: int, threshold: float) -> int:
    """Give the largest distance at which the similarity is still the threshold or more; -1 where there is none.

    Args:
        full: The length of the longer text, in steps.
        threshold: The least similarity.
    """
    allowed = min(full, int((1 - threshold) * full) + 1)
    while allowed >= 0 and ratio(allowed, full) < threshold:
        allowed -= 1
    return allowed
