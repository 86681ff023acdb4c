"""Finding concepts by what a person types: Japanese, English, kana, romaji, a part, a misspelling.

Every term has a few *forms*: its folded text, its readings in one romanisation, its English lemmas. A query is brought
into the same forms. The same form is an exact find, a form that holds it a partial one, and where nothing is exact the
forms nearest to it are near misses.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from glossary.english import words_of
from glossary.folding import KANJI, fold_loosely, fold_strictly
from glossary.forms import Forms
from glossary.model import Concept, Found, Term, TermStatus
from glossary.names import Names
from glossary.romaji import romanised
from segments.morphology import reading_of

_HAS_KANJI = re.compile(f"[{KANJI}]")
_SPEAKABLE = re.compile("(?:(?:([kstpgzdbhmrn])\\1?)?[yw]?[aiueo]|n)+")
_BETWEEN_READINGS = re.compile("[;；,、/／]")
_SAME_TEXT, _SAME_FORM, _SAME_CHARACTERS = 100.0, 98.0, 95.0
_LOWEST_PARTIAL, _HIGHEST_PARTIAL = 60.0, 90.0
_HIGHEST_NEAR_MISS = 80.0

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
        self._latin = Forms(form for form in self._owners if form.isascii())
        self._japanese = Forms(form for form in self._owners if not form.isascii())
        terms = (term for concept in concepts for term in concept.in_language("en"))
        self._vocabulary = {key for term in terms for key in _keys(term.text) if key.isalpha()}
        self._words = Forms(self._vocabulary)

    @classmethod
    def build(cls, concepts: Sequence[Concept]) -> "TermIndex":
        """Make concepts ready."""
        return cls(concepts)

    def query(self, text: str, limit: int = 20) -> list[Found]:
        """Give the concepts that a text means, the best first, each once, with its score (0 to 100).

        Exact finds have 95 or more (100: the term as written; below: its reading, another inflection), partial ones 60
        to 90, near misses, given only where nothing is exact, less than 80.
        """
        forms = _forms_of_query(text)
        found = list(self._exact(text, forms))
        near = () if found else self._near(text, forms)
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
        if _HAS_KANJI.search(text):
            yield from self._spelt_otherwise(text)
        elif reading := romanised(text, keep_length=True):
            yield from ((_SAME_CHARACTERS, owner) for owner in self._names.read_as(reading))

    def _spelt_otherwise(self, text: str) -> Iterator[_Scored]:
        """Find 打ち込む by 打込む: what is read alike and written with the same kanji."""
        for owner in self._owners.get(romanised(reading_of(text)), ()):
            if fold_loosely(owner[1].text) == fold_loosely(text):
                yield _SAME_FORM, owner

    def _partial(self, text: str, forms: Sequence[str]) -> Iterator[_Scored]:
        searches = [[form] for form in forms if len(form) > 1 or not form.isascii()]
        words = _keys(text) if text.isascii() else []
        if len(words) > 1:
            searches.append(words)
        for parts in searches:
            for form, coverage in self._holding(parts):
                score = _LOWEST_PARTIAL + (_HIGHEST_PARTIAL - _LOWEST_PARTIAL) * coverage
                yield from ((score, owner) for owner in self._owners[form])

    def _near(self, text: str, forms: Sequence[str]) -> Iterator[_Scored]:
        for wanted in forms:
            for form, similarity in (self._latin if wanted.isascii() else self._japanese).near(wanted):
                yield from ((similarity * _HIGHEST_NEAR_MISS, owner) for owner in self._owners[form])
        if text.isascii():
            corrected = [self._corrected(word) for word in _keys(text)]
            least = min((similarity for _, similarity in corrected), default=1.0)
            for form, coverage in self._holding([word for word, _ in corrected]) if least < 1 else ():
                score = least * _HIGHEST_NEAR_MISS * (1 + coverage) / 2
                yield from ((score, owner) for owner in self._owners[form])

    def _corrected(self, word: str) -> tuple[str, float]:
        """Give the English word of the glossary that a word is meant to be, and how similar it is."""
        if word in self._vocabulary or not word.isalpha():
            return word, 1.0
        return next(iter(self._words.near(word)), (word, 1.0))

    def _holding(self, parts: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Give the forms that hold all the parts, each with how much of it they cover, 0 to 1."""
        latin = self._latin.holding(parts) if all(map(str.isascii, parts)) else ()
        for form in chain(latin, self._japanese.holding(parts)):
            yield form, _coverage(parts, form)


def _coverage(parts: Sequence[str], form: str) -> float:
    """Say how much of a form its parts make up, 0 to 1; a form that begins with them counts as better covered."""
    share = sum(map(len, parts)) / len(form)
    return min(1.0, share * 0.75 + (0.25 if form.startswith(parts[0]) else 0.0))


def _by_merit(found: Found) -> tuple[float, int, int, str]:
    return -found.score, list(TermStatus).index(found.by.status), len(found.by.text), found.by.text


def _forms_of(term: Term) -> set[str]:
    if term.lang[:2].lower() != "ja":
        return {"".join(_keys(term.text)) or fold_strictly(term.text)}
    readings = _BETWEEN_READINGS.split(term.reading or reading_of(term.text))
    return {
        fold_strictly(term.text),
        *(romanised(reading) for reading in readings if not _HAS_KANJI.search(reading)),
    } - {""}


def _forms_of_query(text: str) -> list[str]:
    written = fold_strictly(text.strip())
    english = "".join(_keys(text)) if text.isascii() else ""
    romaji = "" if _HAS_KANJI.search(text) else romanised(text)
    romaji = romaji if _SPEAKABLE.fullmatch(romaji) else ""
    return [form for form in dict.fromkeys((english, written.replace(" ", ""), romaji)) if form]


def _keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]
