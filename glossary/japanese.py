"""Finding Japanese terms in a text: candidates from two automata, judged by their spelling and their edges.

The first automaton runs over the loosely folded characters and finds terms wherever the dictionary cuts; the second
runs over the normalized forms of the words and finds inflected forms and other spellings (打込んだ, 附属). What either
proposes is a hit when `glossary.spelling` calls it the same word and `glossary.boundary` finds no word of another kind.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from glossary.boundary import Verdict, judge
from glossary.folding import HIRAGANA, fold_loosely, fold_text, in_new_kanji
from glossary.model import Hit, Term
from glossary.spelling import has_another_kanji, is_same_word
from glossary.words import Words, words_of_japanese
from segments.morphology import Token, normal_forms

_FIRST_WORD = 0x10000
_LONG_VOWELS = ("ー", "ｰ")
_UNKNOWN_WORD = "?"
_INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})
_OKURIGANA = re.compile(f"[{HIRAGANA}]+")


class JapaneseFinder:
    """Finds the given terms in Japanese texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        self._vocabulary: dict[str, str] = {}
        by_form: dict[str, list[int]] = {}
        by_words: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            by_form.setdefault(fold_loosely(term.text), []).append(number)
            by_words.setdefault(self._learnt(normal_forms(in_new_kanji(term.text))), []).append(number)
        self._by_form = list(by_form.values())
        self._by_words = list(by_words.values())
        self._forms = AhoCorasick(by_form)
        self._words = AhoCorasick(by_words)

    def _learnt(self, normals: Iterable[str]) -> str:
        """Write words as one character each, so that the automaton runs over words; new words enter the vocabulary."""
        known = self._vocabulary
        return "".join(known.setdefault(normal, chr(_FIRST_WORD + len(known))) for normal in normals)

    def find(self, text: str) -> Iterator[Hit]:
        """Give every occurrence of every term, in no order, with `nested` not yet known."""
        words = words_of_japanese(text)
        for start, end, number in {*self._spans_by_form(words), *self._spans_by_words(words)}:
            term = self._terms[number]
            verdict = judge(words, start, end, term.text)
            if verdict is not Verdict.NONE:
                yield Hit(start, end, term, part=verdict is Verdict.PART)

    def _spans_by_form(self, words: Words) -> Iterator[tuple[int, int, int]]:
        folded = fold_text(words.text)
        for form, first, last in self._forms.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = folded.original(first, last)
            for number in self._by_form[form]:
                term = self._terms[number].text
                whole_end = _whole_end(words, start, end, term)
                surface = words.text[start:whole_end]
                if surface == term or (_case_fits(surface, term) and is_same_word(surface, term)):
                    yield start, whole_end, number

    def _spans_by_words(self, words: Words) -> Iterator[tuple[int, int, int]]:
        text = "".join([self._vocabulary.get(word, _UNKNOWN_WORD) for word in words.normals])
        for sequence, first, after in self._words.find_matches_as_indexes(text, overlapping=True):
            start, end = words.tokens[first].start, _end_of_inflection(words.tokens, after)
            surface = words.text[start:end]
            for number in self._by_words[sequence]:
                term = self._terms[number].text
                if surface == term or (_case_fits(surface, term) and not has_another_kanji(surface, term)):
                    yield start, end, number


def _whole_end(words: Words, start: int, end: int, term: str) -> int:
    """Give the end of a candidate with the long vowels and okurigana that loose folding left out."""
    if words.text.startswith(term, start) and not words.text.startswith(_LONG_VOWELS, start + len(term)):
        return start + len(term)
    while words.text.startswith(_LONG_VOWELS, end):
        end += 1
    if words.cuts_word(end):
        word_end = words.at(end).end
        if _OKURIGANA.fullmatch(words.text, end, word_end):
            return word_end
    return end


def _end_of_inflection(tokens: Sequence[Token], after: int) -> int:
    """Give the end of the auxiliaries that follow a verb or adjective (放棄さ|せ|なかっ|た); else of the word itself."""
    if tokens[after - 1].part in _INFLECTED:
        while after < len(tokens) and (tokens[after].part == "助動詞" or tokens[after].normal == "無い"):
            after += 1
    return tokens[after - 1].end


def _case_fits(surface: str, term: str) -> bool:
    """An acronym (IT, WHO) is written in capitals."""
    return not term.isupper() or surface.isupper()
