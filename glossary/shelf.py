"""Concepts by the forms of their terms: what a term may be found by, and how well.

A *form* of a term is its folded text, a reading of it in one romanisation, or its English lemmas.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from glossary.english import words_of
from glossary.folding import KANJI, fold_loosely, fold_strictly
from glossary.forms import Forms
from glossary.model import Concept, Found, Term
from glossary.names import Names
from glossary.romaji import romanised
from segments.morphology import reading_of

SAME_TEXT, SAME_FORM, SAME_CHARACTERS = 100.0, 98.0, 95.0
_LOWEST_PARTIAL, _HIGHEST_PARTIAL = 60.0, 90.0
_HIGHEST_NEAR_MISS = 80.0
_HAS_KANJI = re.compile(f"[{KANJI}]")
_SPEAKABLE = re.compile("(?:(?:([kstpgzdbhmrn])\\1?)?[yw]?[aiueo]|n)+")
_BETWEEN_READINGS = re.compile("[;；,、/／]")

_Owner = tuple[Concept, Term]


class Shelf:
    """Concepts by the forms of their terms."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._owners: dict[str, list[_Owner]] = defaultdict(list)
        self._names = Names()
        self._vocabulary: set[str] = set()
        for concept in concepts:
            for term in concept.terms:
                self._names.add(concept, term)
                for form in _forms_of(term):
                    self._owners[form].append((concept, term))
            for term in concept.in_language("en"):
                self._vocabulary.update(filter(str.isalpha, _keys(term.text)))
        self._words = Forms(self._vocabulary)
        self._latin = Forms(form for form in self._owners if form.isascii())
        self._japanese = Forms(form for form in self._owners if not form.isascii())

    def exact(self, text: str, forms: Sequence[str]) -> Iterator[Found]:
        """Find concepts by a term that is the text, in some form."""
        written = fold_strictly(text.strip())
        for form in forms:
            for concept, term in self._owners.get(form, ()):
                yield Found(concept, SAME_TEXT if fold_strictly(term.text) == written else SAME_FORM, term)
        if _HAS_KANJI.search(text):
            yield from self._spelt_otherwise(text)
        elif reading := romanised(text, keep_length=True):
            for concept, term in self._names.read_as(reading):
                yield Found(concept, SAME_CHARACTERS, term)

    def _spelt_otherwise(self, text: str) -> Iterator[Found]:
        """Find 打ち込む by 打込む: what is read alike and written with the same kanji."""
        for concept, term in self._owners.get(romanised(reading_of(text)), ()):
            if fold_loosely(term.text) == fold_loosely(text):
                yield Found(concept, SAME_FORM, term)

    def partial(self, text: str, forms: Sequence[str]) -> Iterator[Found]:
        """Find concepts by a term that has the text, or all of its words, as a part."""
        searches = [[form] for form in forms if len(form) > 1 or not form.isascii()]
        words = _keys(text) if text.isascii() else []
        if len(words) > 1:
            searches.append(words)
        for parts in searches:
            for form, coverage in self._holding(parts):
                score = _LOWEST_PARTIAL + (_HIGHEST_PARTIAL - _LOWEST_PARTIAL) * coverage
                yield from self._found(form, score)

    def near(self, text: str, forms: Sequence[str]) -> Iterator[Found]:
        """Find concepts by a term that the text may misspell, whole or word by word."""
        for wanted in forms:
            for form, similarity in (self._latin if wanted.isascii() else self._japanese).near(wanted):
                yield from self._found(form, similarity * _HIGHEST_NEAR_MISS)
        if text.isascii():
            corrected = [self._corrected(word) for word in _keys(text)]
            least = min((similarity for _, similarity in corrected), default=1.0)
            for form, coverage in self._holding([word for word, _ in corrected]) if least < 1 else ():
                yield from self._found(form, least * _HIGHEST_NEAR_MISS * (1 + coverage) / 2)

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

    def _found(self, form: str, score: float) -> Iterator[Found]:
        return (Found(concept, score, term) for concept, term in self._owners[form])


def forms_of_query(text: str) -> list[str]:
    """Give the forms by which a query is looked up."""
    written = fold_strictly(text.strip())
    english = "".join(_keys(text)) if text.isascii() else ""
    romaji = "" if _HAS_KANJI.search(text) else romanised(text)
    romaji = romaji if _SPEAKABLE.fullmatch(romaji) else ""
    return [form for form in dict.fromkeys((english, written.replace(" ", ""), romaji)) if form]


def _forms_of(term: Term) -> set[str]:
    if term.lang[:2].lower() != "ja":
        return {"".join(_keys(term.text)) or fold_strictly(term.text)}
    readings = _BETWEEN_READINGS.split(term.reading or reading_of(term.text))
    return {
        fold_strictly(term.text),
        *(romanised(reading) for reading in readings if not _HAS_KANJI.search(reading)),
    } - {""}


def _coverage(parts: Sequence[str], form: str) -> float:
    """Say how much of a form its parts make up, 0 to 1; a form that begins with them counts as better covered."""
    share = sum(map(len, parts)) / len(form)
    return min(1.0, share * 0.75 + (0.25 if form.startswith(parts[0]) else 0.0))


def _keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]
