"""Where a Japanese term may begin and end in a text without spaces.

The dictionary's words are evidence, not the rule: they depend on context (非核化 is one word or three), split names
wrongly (金正｜恩), and choose one cut where two compete (米国｜民). So a candidate is judged at both its edges:

- a word that reaches over the edge means that the term is not there (the 米国 of 米｜国務｜長官);
- negating prefixes make another word (the 核 of 非核化, the 拡散 of 不拡散), deriving affixes one that the term is part
  of (独裁者, 副大統領); leaving ones none (対, 在, 訪);
- with any other single kanji beside the term, the cut may lie one character further in, which is believed where the
  dictionary finds it likelier (米国民 = 米 + 国民);
- a name of persons that the dictionary does not know is believed without its words.
"""

import re
from enum import Enum, IntEnum
from functools import lru_cache
from typing import NamedTuple

from glossary.folding import HIRAGANA, KANJI, KATAKANA
from glossary.words import Words
from segments.morphology import Token, analyse, cost_of_cut, is_name

_KANJI = re.compile(f"[{KANJI}]")
_KATAKANA = re.compile(f"[{KATAKANA}]")
_LATIN = re.compile("[0-9A-Za-zＡ-Ｚａ-ｚ０-９]")
_SILENT = re.compile(f"[^{KANJI}{KATAKANA}0-9A-Za-zＡ-Ｚａ-ｚ０-９]")
_HIRAGANA = re.compile(f"[{HIRAGANA}]")
_KANJI_NAME = re.compile(f"[{KANJI}]{{3,5}}")
_ALL_KANJI = re.compile(f"[{KANJI}]+")
_SHORT, _LONG = 3, 5
_FALSE_FRIENDS = ("核家族",)


class Verdict(IntEnum):
    """Whether a term is at a place: not at all, as part of a compound, or in full."""

    NONE = 0
    PART = 1
    FULL = 2


class Manner(Enum):
    """How a term stands among other words."""

    FREE = "also in full inside compounds (制裁 in 国連制裁)"
    COMPOUND = "inside compounds only a part (核 in 核物質)"
    ALONE = "never inside compounds"


class _Affixes(NamedTuple):
    """What a single kanji at one side of a term does to it."""

    negating: frozenset[str]
    deriving: frozenset[str]
    leaving: frozenset[str]


_PREFIXES = _Affixes(
    negating=frozenset("非不無未"),
    deriving=frozenset("反脱親副準超総大小多再"),
    leaving=frozenset("対在訪駐全諸各新純好密"),
)
_SUFFIXES = _Affixes(
    negating=frozenset(),
    deriving=frozenset("化的性者家人員士師学心会院屋業"),
    leaving=frozenset("氏長省用"),
)


def manner_of(term: str) -> Manner:
    """Say how a term stands by default, from its length and its script."""
    if len(term) == 1:
        return Manner.COMPOUND if _KANJI.match(term) else Manner.ALONE
    return Manner.COMPOUND if len(term) == 2 and _KATAKANA.match(term) else Manner.FREE


def judge(words: Words, start: int, end: int, term: str) -> Verdict:
    """Say whether a term stands at a span of a text, or only its characters do."""
    verdict = _by_words(words, start, end, manner_of(term))
    return Verdict.FULL if verdict < Verdict.FULL and _is_unknown_name(term) else verdict


@lru_cache(maxsize=10_000)
def _is_unknown_name(term: str) -> bool:
    """Say whether a term is a name of a person that the dictionary cuts wrongly, such as 金正恩."""
    return bool(_KANJI_NAME.fullmatch(term)) and all(map(_is_piece_of_name, analyse(term)))


def _is_piece_of_name(token: Token) -> bool:
    return token.end - token.start == 1 or not token.known or token.detail.endswith("人名")


def _by_words(words: Words, start: int, end: int, manner: Manner) -> Verdict:
    if _cuts_word(words, start, end) or _inside_false_friend(words.text, start, end):
        return Verdict.NONE
    return min(_before(words, start, end, manner), _after(words, start, end, manner))


def _cuts_word(words: Words, start: int, end: int) -> bool:
    """Say whether a word reaches over an edge; where five kanji come together, it is that word which is wrong."""
    if end - start >= _LONG and _ALL_KANJI.fullmatch(words.text, start, end):
        return False
    return words.cuts_word(start) or words.cuts_word(end)


def _inside_false_friend(text: str, start: int, end: int) -> bool:
    return end - start == 1 and any(friend in text[max(0, start - 3) : end + 3] for friend in _FALSE_FRIENDS)


def _before(words: Words, start: int, end: int, manner: Manner) -> Verdict:
    if start == 0 or _SILENT.match(words.text, start - 1):
        return Verdict.FULL
    neighbour, term = words.at(start - 1), words.text[start:end]
    outer = words.text[neighbour.start : start]
    verdict = _beside(outer[-1], term[0], neighbour, manner)
    if verdict is Verdict.NONE or not _KANJI.match(outer) or _HIRAGANA.match(term):
        return verdict
    if len(outer) > 1:
        return Verdict.PART if _KANJI.match(term) and is_name(outer + term) else verdict
    if neighbour.part == "接尾辞":
        return verdict
    competing = _is_short(term) and cost_of_cut(outer + term[0], term[1:]) < cost_of_cut(outer, term)
    return _with_affix(outer, _PREFIXES, verdict, competing=competing)


def _after(words: Words, start: int, end: int, manner: Manner) -> Verdict:
    if end == len(words.text) or _SILENT.match(words.text, end):
        return Verdict.FULL
    neighbour, term = words.at(end), words.text[start:end]
    outer = words.text[end : neighbour.end]
    verdict = _beside(outer[0], term[-1], neighbour, manner)
    if verdict is Verdict.NONE or not _KANJI.match(outer) or _HIRAGANA.match(term[-1]):
        return verdict
    if len(outer) > 1:
        return Verdict.PART if _KANJI.match(term[-1]) and is_name(term + outer) else verdict
    if neighbour.part == "接頭辞":
        return verdict
    competing = _is_short(term) and cost_of_cut(term[:-1], term[-1] + outer) < cost_of_cut(term, outer)
    return _with_affix(outer, _SUFFIXES, verdict, competing=competing)


def _is_short(term: str) -> bool:
    """Say whether a term is so short that its characters may come together by chance."""
    return 1 < len(term) <= _SHORT and all(map(_KANJI.match, term))


def _beside(outer: str, inner: str, neighbour: Token, manner: Manner) -> Verdict:
    """Judge by the two characters at an edge where no word is cut."""
    if manner is Manner.ALONE or (_LATIN.match(outer) and _LATIN.match(inner)):
        return Verdict.NONE
    if _KATAKANA.match(outer) and _KATAKANA.match(inner):
        return Verdict.PART if neighbour.known else Verdict.NONE
    return Verdict.PART if manner is Manner.COMPOUND else Verdict.FULL


def _with_affix(outer: str, affixes: _Affixes, verdict: Verdict, *, competing: bool) -> Verdict:
    """Judge by a single kanji beside the term; `competing`: the cut may as well lie elsewhere."""
    if outer in affixes.leaving:
        return verdict
    if outer in affixes.deriving:
        return Verdict.PART if verdict is Verdict.FULL else Verdict.NONE
    return Verdict.NONE if competing or outer in affixes.negating else verdict
