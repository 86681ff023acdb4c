"""Whether two spellings, brought together by loose folding, are one Japanese word."""

import re

from glossary.folding import KANJI, fold_strictly
from segments.morphology import reading_of

_KANJI = re.compile(f"[{KANJI}]")
_UNSTABLE = re.compile("[ーッ]")
_SHORTEST_BEFORE_LONG_VOWEL = 3
_SHORTEST_SKELETON = 4


def is_same_word(surface: str, term: str) -> bool:
    """Say whether a piece of text spells a term.

    It does when their strict forms are equal; when they differ by long vowels or ッ in a word long enough (サーバ and
    サーバー, インタフェース and インターフェース, but not ビル and ビール); or when they are read alike (取扱い and 取り扱い).
    """
    found, wanted = fold_strictly(surface), fold_strictly(term)
    if found == wanted:
        return True
    skeleton = _UNSTABLE.sub("", found)
    if skeleton == _UNSTABLE.sub("", wanted):
        return _long_enough(found, wanted, skeleton)
    return reading_of(surface) == reading_of(term)


def has_another_kanji(surface: str, term: str) -> bool:
    """Say whether two words written with one kanji each have different ones (断つ and 絶つ, one entry for Sudachi)."""
    found, wanted = _KANJI.findall(fold_strictly(surface)), _KANJI.findall(fold_strictly(term))
    return len(found) == len(wanted) == 1 and found != wanted


def _long_enough(found: str, wanted: str, skeleton: str) -> bool:
    if found.rstrip("ー") == wanted.rstrip("ー"):
        return min(len(found), len(wanted)) >= _SHORTEST_BEFORE_LONG_VOWEL
    return len(skeleton) >= _SHORTEST_SKELETON
