"""Finding concepts by what a person types: Japanese, English, kana, romaji, a part, a misspelling.

Every term has a few *forms*: its folded text, its readings in one romanisation, its English lemmas. A query is brought
into the same forms. The same form is an exact find, a form that holds it a partial one, and where nothing is exact the
forms nearest to it are near misses.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from glossary.english import words_of
from glossary.folding import KANJI, fold_strictly
from glossary.model import Concept, Found, Term, TermStatus
from glossary.names import Names
from glossary.romaji import romanised
from segments.morphology import reading_of

_HAS_KANJI = re.compile(f"[{KANJI}]")
_BETWEEN_READINGS = re.compile("[;；,、/／]")
_SAME_TEXT, _SAME_FORM, _SAME_CHARACTERS = 100.0, 98.0, 95.0
_LOWEST_PARTIAL, _HIGHEST_PARTIAL = 60.0, 90.0
_HIGHEST_NEAR_MISS = 80.0
_LOWEST_SIMILARITY = 0.6
_MOST_PARTIAL_FORMS = 1_000

_Owner = tuple[int, Term]
_Scored = tuple[float, _Owner]


class TermIndex:
    """Concepts made ready to be queried (100,000 take a few seconds, a query then some milliseconds)."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = concepts
        self._owners: dict[str, list[_Owner]] = defaultdict(list)
        self._names = Names()
        for number, concept in enumerate(concepts):
            for term in concept.terms:
                self._names.add(number, term)
                for form in _forms_of(term):
                    self._owners[form].append((number, term))
        forms = sorted(self._owners, key=len)
        self._latin = _Forms([form for form in forms if form.isascii()])
        self._japanese = _Forms([form for form in forms if not form.isascii()])

    @classmethod
    def build(cls, concepts: Sequence[Concept]) -> "TermIndex":
        """Make concepts ready."""
        return cls(concepts)

    def query(self, text: str, limit: int = 20) -> list[Found]:
        """Give the concepts that a text means, the best first, each once, with its score (0 to 100).

        Exact finds have 95 or more (100: the term as written; below: its reading, another inflection), partial ones 60
        to 90, near misses, given only where nothing is exact, 48 to 80.
        """
        forms = _forms_of_query(text)
        found = list(self._exact(text, forms))
        near = () if found else self._near(forms)
        best: dict[int, Found] = {}
        for score, (number, term) in chain(found, self._partial(text, forms), near):
            if number not in best or best[number].score < score:
                best[number] = Found(self._concepts[number], score, term)
        return sorted(best.values(), key=_by_merit)[:limit]

    def _exact(self, text: str, forms: Sequence[str]) -> Iterator[_Scored]:
        written = fold_strictly(text.strip())
        for form in forms:
            for owner in self._owners.get(form, ()):
                yield (_SAME_TEXT if fold_strictly(owner[1].text) == written else _SAME_FORM), owner
        reading = "" if _HAS_KANJI.search(text) else romanised(text, keep_length=True)
        if reading:
            yield from ((_SAME_CHARACTERS, owner) for owner in self._names.read_as(reading))

    def _partial(self, text: str, forms: Sequence[str]) -> Iterator[_Scored]:
        searches: list[tuple[str, ...]] = [(form,) for form in forms if len(form) > 1 or not form.isascii()]
        words = tuple(word.key for word in words_of(text))
        if len(words) > 1 and text.isascii():
            searches.append(words)
        for parts in searches:
            latin = self._latin.holding(parts) if parts[0].isascii() else ()
            for form in chain(latin, self._japanese.holding(parts)):
                score = _LOWEST_PARTIAL + (_HIGHEST_PARTIAL - _LOWEST_PARTIAL) * _coverage(parts, form)
                yield from ((score, owner) for owner in self._owners[form])

    def _near(self, forms: Sequence[str]) -> Iterator[_Scored]:
        for wanted in forms:
            for form, similarity in (self._latin if wanted.isascii() else self._japanese).near(wanted):
                yield from ((similarity * _HIGHEST_NEAR_MISS, owner) for owner in self._owners[form])


class _Forms:
    """Forms by length, searched as one long string for parts, and by edit distance for misspellings."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms
        self._lengths = [len(form) for form in forms]
        self._joined = "\n".join(forms)
        self._ends = list(accumulate(length + 1 for length in self._lengths))

    def holding(self, parts: Sequence[str]) -> Iterator[str]:
        """Give the forms that hold all the parts, short ones first, a thousand at most."""
        longest = max(parts, key=len)
        place = self._joined.find(longest)
        given = 0
        while place >= 0 and given < _MOST_PARTIAL_FORMS:
            number = bisect_right(self._ends, place)
            if all(part in self._forms[number] for part in parts):
                given += 1
                yield self._forms[number]
            place = self._joined.find(longest, self._ends[number])

    def near(self, wanted: str) -> list[tuple[str, float]]:
        """Give the forms most similar to one, with their similarity (1 − edit distance over the longer length)."""
        shortest, longest = len(wanted) * _LOWEST_SIMILARITY, len(wanted) / _LOWEST_SIMILARITY
        rivals = self._forms[bisect_left(self._lengths, shortest) : bisect_right(self._lengths, longest)]
        found = process.extract(
            wanted, rivals, scorer=OSA.normalized_similarity, score_cutoff=_LOWEST_SIMILARITY, limit=50
        )
        return [(form, similarity) for form, similarity, _ in found]


def _coverage(parts: Sequence[str], form: str) -> float:
    """Say how much of a form its parts make up, 0 to 1; a form that begins with them counts as better covered."""
    share = sum(map(len, parts)) / len(form)
    return min(1.0, share * 0.75 + (0.25 if form.startswith(parts[0]) else 0.0))


def _by_merit(found: Found) -> tuple[float, int, int, str]:
    return -found.score, list(TermStatus).index(found.by.status), len(found.by.text), found.by.text


def _forms_of(term: Term) -> set[str]:
    forms = {fold_strictly(term.text)}
    if term.lang[:2].lower() == "ja":
        readings = [*_BETWEEN_READINGS.split(term.reading), reading_of(term.text)]
        forms.update(romanised(reading) for reading in readings if not _HAS_KANJI.search(reading))
    else:
        forms.add(_key(term.text))
    return forms - {""}


def _forms_of_query(text: str) -> list[str]:
    romaji = "" if _HAS_KANJI.search(text) else romanised(text)
    english = _key(text) if text.isascii() else ""
    return [form for form in dict.fromkeys((fold_strictly(text.strip()), english, romaji)) if form]


def _key(text: str) -> str:
    return "".join(word.key for word in words_of(text))
