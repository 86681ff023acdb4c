"""The words by which sentences are compared: content words as lemmas, Latin strings, numbers by value.

Both languages come down to strings that can be equal: a Japanese word is Sudachi's normalised form, an English word its
lower-case lemma, a number or a part of a date is `#` and its value.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from segments.morphology import Token, analyse, reading_of

_GRAMMAR = frozenset({"助詞", "助動詞", "補助記号", "空白", "記号"})


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EMPTY_JAPANESE = _listed(
    "為る 居る 有る 成る 事 こと 物 其の 此の 其れ 此れ そう こう 様 よう 所 為 因る 対する 於く 訳 方 者 的 等 達 さ さん 氏 御 ま "
    "つ がる 呉れる 仕舞う 下さる 御座る 行く 来る 言う 件 個 本 枚 冊 点 番 階"
)
_EMPTY_ENGLISH = _listed(
    "a an the of to in on at by for from with as and or but nor so than that which who whom whose this these those it its "
    "be am is are was were been being do does did have has had will would shall should can could may might must not there "
    "then if into onto upon about over under out up down off through during between also such s t d ll re ve mr mrs ms "
    "cannot don didn doesn isn aren wasn weren haven hasn hadn couldn wouldn shouldn o clock"
)
_PASTS = {"broke": "break", "felt": "feel", "became": "become", "people": "person"}
_SPELLINGS = [(re.compile("(?<=...)is(e|ation)$"), r"iz\1"), (re.compile("(?<=...)our$"), "or"), (re.compile("e$"), "")]
_ENGLISH_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Za-z\u00C0-\u024F]+(?:['’][A-Za-z]+)?(?:-[A-Za-z\u00C0-\u024F]+)*")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F][A-Za-z\u00C0-\u024F.'’-]*\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a Japanese sentence.

    Attributes:
        lemma: Sudachi's normalised form; Latin words as English lemmas.
        reading: Its reading in katakana where it may be heard in English (loan words and names), else empty.
        empty: A grammatical word, a sign or a numeral, which says nothing by itself.
    """

    lemma: str
    reading: str
    empty: bool


def japanese_words(sentence: str) -> list[Word]:
    """Read the words of a Japanese sentence, grammatical ones among them."""
    return [_word(token, sentence[token.start : token.end]) for token in analyse(sentence)]


def _word(token: Token, surface: str) -> Word:
    if _LATIN.match(token.normal):
        return Word(english_lemma(token.normal), "", empty=False)
    empty = token.part in _GRAMMAR or token.detail.startswith("数詞") or token.normal in _EMPTY_JAPANESE
    if _KATAKANA.match(surface):
        return Word(token.normal, surface, empty)
    return Word(token.normal, reading_of(surface) if token.detail.startswith("固有名詞") else "", empty)


def english_words(sentence: str) -> list[str]:
    """Read the content words of an English sentence as lemmas; a hyphenated name also stands as one word."""
    words: list[str] = []
    for found in _ENGLISH_WORD.findall(sentence):
        parts = [english_lemma(part) for part in found.split("-") if part.lower() not in _EMPTY_ENGLISH]
        if len(parts) > 1 and found[0].isupper():
            parts.append("".join(parts))
        words += [part for part in parts if part]
    return words


@lru_cache(maxsize=100_000)
def english_lemma(word: str) -> str:
    """Give a key for all forms and spellings of an English word: its lemma without final e; `US` and `U.S.` are the same.

    (The lemmatiser gives `playe` for playing and `hope` for hoping, so the final e says nothing.)
    """
    if word == "US" or word.startswith("U.S"):
        return "u.s"
    plain = re.sub(r"['’].*", "", word).rstrip(".").lower()
    lemma = _PASTS.get(plain) or str(simplemma.lemmatize(plain, lang="en")).lower()
    for pattern, to in _SPELLINGS:
        lemma = pattern.sub(to, lemma)
    return lemma


def phrase_key(words: Iterable[Word]) -> str:
    """Give the string under which a phrase of Japanese words is looked up."""
    return "".join(word.lemma for word in words)
