"""The words by which sentences are compared: content words as lemmas, Latin strings, numbers by value.

Both languages come down to strings that can be equal: a Japanese word is Sudachi's normalised form, an English word its
lower-case lemma, a number or a part of a date is `#` and its value.
"""

import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma
from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

_GRAMMAR = frozenset({"助詞", "助動詞", "補助記号", "空白", "記号"})


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EMPTY_JAPANESE = _listed(
    "為る 居る 有る 成る 事 物 其の 此の 其れ 此れ 様 所 為 因る 対する 於く 訳 方 者 的 等 達 さ さん 氏 御 呉れる 仕舞う 行く 来る 言う"
)
_EMPTY_ENGLISH = _listed(
    "a an the of to in on at by for from with as and or but nor so than that which who whom whose this these those it its "
    "be am is are was were been being do does did have has had will would shall should can could may might must not there "
    "then if into onto upon about over under out up down off through during between also such s t d ll re ve"
)
_ENGLISH_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Za-z\u00C0-\u024F]+(?:['’][A-Za-z]+)?(?:-[A-Za-z\u00C0-\u024F]+)*")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F][A-Za-z\u00C0-\u024F.'’-]*\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}\Z")

_MOST_BYTES = 49_149
_local = threading.local()


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


def _tokenizer() -> Tokenizer:
    """Give this thread's own tokenizer: they may not be shared."""
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = Dictionary(dict="core").tokenizer(mode=SplitMode.A)
    tokenizer: Tokenizer = _local.tokenizer
    return tokenizer


def japanese_words(sentence: str) -> list[Word]:
    """Read the words of a Japanese sentence, grammatical ones among them."""
    return [_word(one) for piece in _pieces(sentence) for one in _tokenizer().tokenize(piece)]


def _pieces(sentence: str) -> Iterator[str]:
    """Cut a monstrous sentence into what Sudachi takes at once."""
    step = _MOST_BYTES // 4
    if len(sentence) <= step:
        yield sentence
        return
    for start in range(0, len(sentence), step):
        yield sentence[start : start + step]


def _word(morpheme: Morpheme) -> Word:
    lemma = morpheme.normalized_form()
    speech = morpheme.part_of_speech()
    if _LATIN.match(lemma):
        return Word(english_lemma(lemma), "", empty=False)
    empty = speech[0] in _GRAMMAR or speech[1] == "数詞" or lemma in _EMPTY_JAPANESE
    return Word(lemma, _heard(morpheme, speech), empty)


def _heard(morpheme: Morpheme, speech: tuple[str, ...]) -> str:
    """Give the reading of a word that English may spell by its sound."""
    surface = str(morpheme.surface())
    if _KATAKANA.match(surface):
        return surface
    return str(morpheme.reading_form()) if speech[1] == "固有名詞" else ""


def english_words(sentence: str) -> list[str]:
    """Read the content words of an English sentence as lemmas; a hyphenated name also stands as one word."""
    words: list[str] = []
    for found in _ENGLISH_WORD.findall(sentence):
        parts = [english_lemma(part) for part in found.split("-")]
        if len(parts) > 1 and found[0].isupper():
            parts.append("".join(parts))
        words += [part for part in parts if part and part not in _EMPTY_ENGLISH]
    return words


@lru_cache(maxsize=100_000)
def english_lemma(word: str) -> str:
    """Give the lemma of an English word: lower-case, no possessive, `US` and `U.S.` the same."""
    if word == "US" or word.startswith("U.S"):
        return "u.s"
    plain = re.sub(r"['’].*", "", word).rstrip(".").lower()
    lemma = simplemma.lemmatize(plain, lang="en")
    return str(lemma).lower()


def phrase_key(words: Iterable[Word]) -> str:
    """Give the string under which a phrase of Japanese words is looked up."""
    return "".join(word.lemma for word in words)
