"""Katakana against English spelling: レーガン is heard as Reagan, ハノイ as Hanoi.

Both are written down in one rough phonetic spelling in which what Japanese cannot tell apart (l and r, b and v, th and s)
is the same letter, and compared by consonants (Japanese puts vowels between them) and as a whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

_ROWS = {
    "アイウエオ": "",
    "カキクケコ": "k",
    "サシスセソ": "s",
    "タチツテト": "t",
    "ナニヌネノ": "n",
    "ハヒフヘホ": "h",
    "マミムメモ": "m",
    "ヤ ユ ヨ": "y",
    "ラリルレロ": "r",
    "ワヰ ヱヲ": "w",
    "ガギグゲゴ": "g",
    "ザジズゼゾ": "z",
    "ダヂヅデド": "d",
    "バビブベボ": "b",
    "パピプペポ": "p",
}
_MORAE = {kana: row + vowel for kanas, row in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)} | {
    "フ": "fu", "ヴ": "bu", "ン": "n", "ッ": "", "ー": "", "・": "", "シ": "shi", "チ": "chi", "ツ": "tsu", "ジ": "ji", "ヂ": "ji",
    "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa",
}  # fmt: skip
_JAPANESE_RULES = [
    (re.compile(rule), to)
    for rule, to in [
        (r"[ui]y", "y"), (r"(sh|ch|j)y", r"\1"), (r"(sh|ch|j)i([aeou])(?=.)", r"\1\2"), (r"fu([aeio])", r"f\1"), (r"bu([aeio])", r"b\1"),
        (r"u([aeio])", r"w\1"), (r"([td])ei", r"\1i"), (r"tsu([aeio])", r"ts\1"), (r"([aeiou])\1+", r"\1"), (r"ou", "o"),
    ]
]  # fmt: skip
_ENGLISH_RULES = [
    (re.compile(rule), to)
    for rule, to in [
        (r"[^a-z]", ""), (r"^(wr)", "r"), (r"^kn", "n"), (r"^mc", "mak"), (r"chr", "kr"), (r"tch", "ch"), (r"ge$", "j"), (r"ck", "k"), (r"sch", "sh"), (r"ph", "f"), (r"th", "s"),
        (r"wh", "w"), (r"gh", "g"), (r"[st]ion", "shon"), (r"c(?=[eiy])", "s"), (r"c(?!h)", "k"), (r"qu?", "ku"), (r"x", "ks"),
        (r"g(?=[ei][^r]|y)", "j"), (r"l", "r"), (r"v", "b"), (r"dge?", "d"), (r"ee|ea|ie", "i"), (r"oo|ou", "u"), (r"([a-z])\1+", r"\1"),
        (r"(?<=..)e$", ""),
    ]
]  # fmt: skip
_LIKE = str.maketrans({"j": "s", "z": "s", "f": "h"})
_SKELETON = re.compile(r"(?<=.)[aeiouyw]+")
_SILENT_R = re.compile(r"(?<=[aeiou])r(?=[^aeiou]|$)")
_CLOSE = 0.72


@lru_cache(maxsize=50_000)
def heard(katakana: str) -> str:
    """Spell katakana as it sounds: トランプ → torampu."""
    text = "".join(_MORAE.get(kana, "") for kana in katakana)
    for rule, to in _JAPANESE_RULES:
        text = rule.sub(to, text)
    return text


@lru_cache(maxsize=100_000)
def spoken(word: str) -> str:
    """Spell an English word as Japanese would hear it: Trump → trump, Phillips → firips."""
    text = word.lower()
    for rule, to in _ENGLISH_RULES:
        text = rule.sub(to, text)
    return text


def skeleton(sound: str) -> str:
    """Keep the first letter and the consonants, with j and z like s, f like h, sh and ch like s and t."""
    text = sound.replace("sh", "s").replace("ch", "t").replace("ts", "t").translate(_LIKE)
    text = _SKELETON.sub("", text).replace("m", "n")
    return text[:1] + text[1:].replace("h", "")


def sound_alikes(readings: Mapping[str, str], words: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Find the words of English that sound like words of Japanese.

    Args:
        readings: For each Japanese word its reading in katakana.
        words: English words.

    Yields:
        A Japanese word, an English word, and how alike they sound, 0.72 to 1.
    """
    theirs = _by_initial((word, spoken(word)) for word in words if len(word) > 2 and word.isalpha())
    ours = _by_initial((word, heard(reading)) for word, reading in readings.items() if len(reading) > 1)
    for initial, mine in ours.items():
        yield from _alike(mine, theirs.get(initial, []))


def _by_initial(sounds: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, sound in sounds:
        if sound:
            groups[_initial(sound)].append((word, sound))
    return groups


def _initial(sound: str) -> str:
    first = skeleton(sound)[0]
    return "a" if first in "aeiou" else first


def _alike(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> Iterator[tuple[str, str, float]]:
    if not theirs:
        return
    mine, spelled = [sound for _, sound in ours], [sound for _, sound in theirs]
    # Berlin keeps its r in ベルリン, George loses it in ジョージ: try both.
    likeness = np.maximum(_likeness(mine, spelled), _likeness(mine, [_SILENT_R.sub("", sound) for sound in spelled]))
    for row, column in zip(*np.nonzero(likeness >= _CLOSE), strict=True):
        yield ours[row][0], theirs[column][0], float(likeness[row, column])


def _likeness(ours: list[str], theirs: list[str]) -> npt.NDArray[np.floating]:
    whole = cdist(ours, theirs, scorer=Levenshtein.normalized_similarity)
    bones = cdist(
        [skeleton(one) for one in ours], [skeleton(one) for one in theirs], scorer=Levenshtein.normalized_similarity
    )
    likeness: npt.NDArray[np.floating] = 0.45 * whole + 0.55 * bones
    return likeness
