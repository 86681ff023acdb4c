"""Finding English terms in a text, whatever their inflection, spelling and hyphens.

Each word becomes a key: its lemma, in one of the spellings where British and American differ. The keys of a term are
joined without spaces, so that cyber security, cyber-security and cybersecurity meet; a hit begins and ends with a word.
Capitals count where the term has them: US is not us, Trump no trump.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from glossary.model import Hit, Term

_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_WORD = re.compile(f"{_DOTTED.pattern}|[^\\W_]+(?:[+#]+(?!\\w))?")
_STOP = re.compile("[.,;:!?()…—]")
_POSSESSIVE = re.compile("['’]s?(?![^\\W_])")
_ACRONYM = re.compile("(?=[0-9]*[A-Z])[A-Z0-9]{2,4}s?")
_LEMMAS = {
    "people": "person",
    "bent": "bend",
    "broke": "break",
    "felt": "feel",
    "gone": "go",
    "shook": "shake",
    "swore": "swear",
    "won": "win",
    "halves": "half",
    "shelves": "shelf",
    "thieves": "thief",
    "wives": "wife",
    "bacteria": "bacterium",
    "panicked": "panic",
    "trafficked": "traffic",
    "trafficking": "traffic",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "programme": "program",
    "cheque": "check",
    "grey": "gray",
}
_SPELLINGS = (
    (re.compile("(?<=.{3})is(e|ation|ational|ing)$"), r"iz\1"),
    (re.compile("(?<=.{3})yse$"), "yze"),
    (re.compile("(?<=.{3})our(?=$|able$|ful$|less$|ite$)"), "or"),
    (re.compile("(?<=.{3})tre$"), "ter"),
    (re.compile("(?<=.{3})ogue$"), "og"),
    (re.compile("(?<=.{2}[aeiou])ll$"), "l"),
)


class Word(NamedTuple):
    """A word of a text with the key by which it is compared."""

    start: int
    end: int
    key: str


def words_of(text: str) -> list[Word]:
    """Give the words of an English text in order; the possessive ending belongs to none."""
    return [
        Word(found.start(), found.end(), key_of(found[0])) for found in _WORD.finditer(_POSSESSIVE.sub(_blank, text))
    ]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Give the key of a word: the same for all its forms and spellings.

    A short acronym keeps its letters (US, U.S., ICBMs: `us`, `us`, `icbm`), any other word becomes its lemma.
    """
    solid = word.replace(".", "")
    if _ACRONYM.fullmatch(solid):
        return solid.removesuffix("s").lower()
    if not solid.isalpha():
        return solid.lower()
    return _spelling(_lemma(solid.lower()))


def _lemma(word: str) -> str:
    from simplemma import lemmatize  # noqa: PLC0415 — loading its data costs 0.2 s, and few commands need it

    for _ in range(2):  # meetings → meeting → meet, as meeting does
        word = _LEMMAS.get(word) or lemmatize(word, lang="en").lower()
    return word


def _spelling(word: str) -> str:
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


class EnglishFinder:
    """Finds the given terms in English texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        by_key: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            key = "".join(word.key for word in words_of(term.text))
            if key:
                by_key.setdefault(key, []).append(number)
        self._by_key = list(by_key.values())
        self._keys = AhoCorasick(list(by_key))

    def find(self, text: str) -> Iterator[Hit]:
        """Give every occurrence of every term, in no order, with `nested` not yet known."""
        words = words_of(text)
        edges = {place: number for number, place in enumerate(accumulate((len(word.key) for word in words), initial=0))}
        haystack = "".join(word.key for word in words)
        for key, first, last in self._keys.find_matches_as_indexes(haystack, overlapping=True):
            if first in edges and last in edges:
                start, end = words[edges[first]].start, words[edges[last] - 1].end
                for number in self._by_key[key]:
                    if _fits(text[start:end], self._terms[number].text):
                        yield Hit(start, end, self._terms[number])


def _fits(surface: str, term: str) -> bool:
    """Say whether capitals and punctuation allow a piece of text to be a term."""
    if not set(_STOP.findall(_DOTTED.sub("", surface))) <= set(_STOP.findall(_DOTTED.sub("", term))):
        return False
    found, wanted = _WORD.findall(surface), _WORD.findall(term)
    if len(found) != len(wanted):
        return surface[0].isupper() or not term[0].isupper()
    is_name = any(word[0].isupper() for word in wanted[1:]) or len(wanted) == 1
    return all(_capitals_fit(here, there, is_name=is_name) for here, there in zip(found, wanted, strict=True))


def _capitals_fit(found: str, wanted: str, *, is_name: bool) -> bool:
    """Acronyms are written in capitals throughout, the capitalised words of a name with a capital at least."""
    if _ACRONYM.fullmatch(wanted.replace(".", "")):
        return found.rstrip("s").isupper()
    return found[0].isupper() or not (is_name and wanted[0].isupper())
