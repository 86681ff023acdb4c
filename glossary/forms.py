"""A store of strings that is searched for parts and for misspellings without looking at each string."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

_MOST_WITH_PART = 500
_MOST_NEAR = 50
_MOST_EDITS = 3
_MOST_EDITED = 0.4


class Forms:
    """Strings in the order of their lengths, and joined into one long string."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = sorted(forms, key=len)
        self._lengths = [len(form) for form in self._forms]
        self._joined = "\n".join(self._forms)
        self._ends = list(accumulate(length + 1 for length in self._lengths))

    def holding(self, parts: Sequence[str]) -> Iterator[str]:
        """Give the forms that hold all the parts, short ones first; of very many the longest are left out."""
        rarest = min(parts, key=self._joined.count) if len(parts) > 1 else parts[0]
        place = self._joined.find(rarest)
        for _ in range(_MOST_WITH_PART):
            if place < 0:
                return
            number = bisect_right(self._ends, place)
            if all(part in self._forms[number] for part in parts):
                yield self._forms[number]
            place = self._joined.find(rarest, self._ends[number])

    def near(self, wanted: str) -> list[tuple[str, float]]:
        """Give the forms that may be meant by a misspelt one, the likeliest first, with their similarity (below 1).

        At most three edits, and two in five characters.
        """
        furthest = min(_MOST_EDITS, int(len(wanted) * _MOST_EDITED))
        first = bisect_left(self._lengths, len(wanted) - furthest)
        rivals = self._forms[first : bisect_right(self._lengths, len(wanted) + furthest)]
        found = process.extract(wanted, rivals, scorer=Levenshtein.distance, score_cutoff=furthest, limit=_MOST_NEAR)
        return [(form, 1 - edits / max(len(wanted), len(form))) for form, edits, _ in found if edits]
