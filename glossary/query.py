"""Finding concepts by what a person types: Japanese, English, kana, romaji, a part, a misspelling.

A query is brought into the forms that terms have. The same form is an exact find, a form that holds it a partial one,
and where nothing is exact the forms nearest to it are near misses.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from glossary.model import Concept, Found, TermStatus
from glossary.shelf import SAME_CHARACTERS, Shelf, forms_of_query


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Concepts made ready to be queried (100,000 take a few seconds, a query then some milliseconds).

    It never changes; `extended` and `without` give another one that shares what was made ready.
    """

    _settled: Shelf
    _added: tuple[Concept, ...] = ()
    _fresh: Shelf | None = None
    _hidden: frozenset[int] = frozenset()

    @classmethod
    def build(cls, concepts: Sequence[Concept]) -> "TermIndex":
        """Make concepts ready."""
        return cls(Shelf(concepts))

    def extended(self, concepts: Sequence[Concept]) -> "TermIndex":
        """Give an index that finds these concepts too."""
        added = (*self._added, *concepts)
        return replace(self, _added=added, _fresh=Shelf(added))

    def without(self, ids: Collection[int]) -> "TermIndex":
        """Give an index that no longer finds the concepts with these ids."""
        return replace(self, _hidden=self._hidden.union(ids))

    def query(self, text: str, limit: int = 20) -> list[Found]:
        """Give the concepts that a text means, the best first, each once, with its score (0 to 100).

        Exact finds have 95 or more (100: the term as written; below: its reading, another inflection), partial ones 60
        to 90, near misses, given only where nothing is exact, less than 80.
        """
        shelves = [shelf for shelf in (self._settled, self._fresh) if shelf]
        forms = forms_of_query(text)
        found = [one for shelf in shelves for one in (*shelf.exact(text, forms), *shelf.partial(text, forms))]
        if all(one.score < SAME_CHARACTERS for one in found):
            found += [one for shelf in shelves for one in shelf.near(text, forms)]
        best: dict[int, Found] = {}
        for one in sorted(found, key=_by_merit):
            if one.concept.id not in self._hidden:
                best.setdefault(id(one.concept), one)
        return list(best.values())[:limit]


def _by_merit(found: Found) -> tuple[float, int, int, str]:
    return -found.score, list(TermStatus).index(found.by.status), len(found.by.text), found.by.text
