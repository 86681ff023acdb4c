"""Finding Japanese terms in a text: candidates from two automata, judged by their spelling and their edges.

The first automaton runs over the loosely folded characters and finds terms wherever the dictionary cuts; the second
runs over the normalized forms of the words and finds inflected forms and other spellings (打込んだ, 附属). What either
proposes is a hit when `glossary.spelling` calls it the same word and `glossary.boundary` finds no word of another kind.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from glossary.boundary import Manner, Verdict, Words, judge, manner_of
from glossary.folding import HIRAGANA, fold_loosely, fold_text
from glossary.model import Hit, Term
from glossary.spelling import is_same_word
from segments.morphology import Token, analyse

_BETWEEN_WORDS = "\x1f"
_INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})
_OKURIGANA = re.compile(f"[{HIRAGANA}]+")


class JapaneseFinder:
    """Finds the given terms in Japanese texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        self._manners: list[Manner] = []
        by_form: dict[str, list[int]] = {}
        by_words: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            tokens = analyse(term.text)
            self._manners.append(manner_of(term.text, tokens))
            by_form.setdefault(fold_loosely(term.text), []).append(number)
            by_words.setdefault(_joined(tokens), []).append(number)
        self._by_form = list(by_form.values())
        self._by_words = list(by_words.values())
        self._forms = AhoCorasick(list(by_form))
        self._words = AhoCorasick(list(by_words))

    def find(self, text: str) -> Iterator[Hit]:
        """Give every occurrence of every term, in no order, with `nested` not yet known."""
        tokens = analyse(text)
        words = Words(text, tokens)
        spans = {*self._spans_by_form(words), *self._spans_by_words(words, tokens)}
        for start, end, number in spans:
            verdict = judge(words, start, end, self._manners[number])
            if verdict is not Verdict.NONE:
                yield Hit(start, end, self._terms[number], part=verdict is Verdict.PART)

    def _spans_by_form(self, words: Words) -> Iterator[tuple[int, int, int]]:
        folded = fold_text(words.text)
        for form, first, last in self._forms.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = folded.original(first, last)
            for number in self._by_form[form]:
                term = self._terms[number].text
                whole_end = _whole_end(words, start, end, term)
                surface = words.text[start:whole_end]
                if surface == term or (is_same_word(surface, term) and _case_fits(surface, term)):
                    yield start, whole_end, number

    def _spans_by_words(self, words: Words, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        starts = list(accumulate((len(token.normal) + 1 for token in tokens), initial=0))
        token_at = {place: index for index, place in enumerate(starts)}
        for sequence, first, last in self._words.find_matches_as_indexes(_joined(tokens), overlapping=True):
            start, end = tokens[token_at[first]].start, _end_of_inflection(tokens, token_at[last - 1])
            for number in self._by_words[sequence]:
                if _case_fits(words.text[start:end], self._terms[number].text):
                    yield start, end, number


def _joined(tokens: Sequence[Token]) -> str:
    return _BETWEEN_WORDS + "".join(token.normal + _BETWEEN_WORDS for token in tokens)


def _whole_end(words: Words, start: int, end: int, term: str) -> int:
    """Give the end of a candidate with the long vowels and okurigana that loose folding left out."""
    if words.text.startswith(term, start):
        return start + len(term)
    while words.text.startswith(("ー", "ｰ"), end):
        end += 1
    if words.cuts_word(end):
        word_end = words.at(end).end
        if _OKURIGANA.fullmatch(words.text, end, word_end):
            return word_end
    return end


def _end_of_inflection(tokens: Sequence[Token], after: int) -> int:
    """Give the end of the auxiliaries that follow a verb or adjective (放棄さ|せ|なかっ|た); else of the word itself."""
    if tokens[after - 1].part in _INFLECTED:
        while after < len(tokens) and tokens[after].part == "助動詞":
            after += 1
    return tokens[after - 1].end


def _case_fits(surface: str, term: str) -> bool:
    """An acronym (IT, WHO) is written in capitals."""
    return not term.isupper() or surface.isupper()
