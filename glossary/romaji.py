"""Kana and every usual romanisation brought to one form, so that readings can be compared.

The form is Kunrei-shiki (ISO 3602) in small letters without marks: しゃ, sha, sya are `sya`; つ, tsu, tu `tu`; ん, n', nn
and m before b, m, p `n`; ファ is `ha` as fa is. The length of vowels is dropped, because Hepburn without macrons does
not write it; `keep_length` keeps it.
"""

import re
import unicodedata

_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
    "g": "ガギグゲゴ",
    "z": "ザジズゼゾ",
    "d": "ダ__デド",
    "b": "バビブベボ",
    "p": "パピプペポ",
}
_SYLLABLES = {
    **{kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, "aiueo", strict=True)},
    **dict(zip("ヤユヨワヰヱヲンヂヅヴ", ("ya", "yu", "yo", "wa", "i", "e", "o", "n", "zi", "zu", "bu"), strict=True)),
}
_SMALL = dict(zip("ァィゥェォャュョヮ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"), strict=True))
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_KUNREI = (
    (re.compile("[^a-z]"), ""),
    (re.compile("chi"), "ti"),
    (re.compile("ch|cy"), "ty"),
    (re.compile("c(?=t)"), "t"),
    (re.compile("shi"), "si"),
    (re.compile("sh"), "sy"),
    (re.compile("ji"), "zi"),
    (re.compile("jy?"), "zy"),
    (re.compile("tsu"), "tu"),
    (re.compile("dzu|du"), "zu"),
    (re.compile("wo"), "o"),
)
_SYLLABIC_N = re.compile("m(?=[bmp])|nn")
_DIVIDING = frozenset("・ \u3000゠")
_LATIN = re.compile("[^\u3041-\u30ff]")
_SAME_SOUND = str.maketrans("fvl", "hbr")
_LONG_VOWEL = re.compile("(o)(?:[ou]|h(?![aiueoy]))+|([aiue])\\2+")


def romanised(text: str, *, keep_length: bool = False) -> str:
    """Give kana or romaji in the one form; what is neither is dropped, so kanji give an empty string."""
    katakana = unicodedata.normalize("NFKC", text).translate(_HIRAGANA)
    latin = _kana_to_latin(katakana)
    if _LATIN.search(katakana):
        latin = _in_kunrei(latin)
    latin = _SYLLABIC_N.sub("n", latin)
    return latin if keep_length else _LONG_VOWEL.sub(r"\1\2", latin)


def _in_kunrei(latin: str) -> str:
    latin = unicodedata.normalize("NFD", latin).lower()
    for pattern, replacement in _KUNREI:
        latin = pattern.sub(replacement, latin)
    return latin.translate(_SAME_SOUND)


def _kana_to_latin(katakana: str) -> str:
    latin = ""
    for kana in katakana:
        if kana in _SMALL:
            latin = _with_small_kana(latin, _SMALL[kana])
        elif kana == "ー":
            latin += latin[-1:]
        elif kana == "ッ":
            latin += "ッ"
        elif kana in _DIVIDING:
            continue
        else:
            syllable = _SYLLABLES.get(kana, kana)
            latin = (latin[:-1] + syllable[0] if latin.endswith("ッ") else latin) + syllable
    return latin.removesuffix("ッ")


def _with_small_kana(latin: str, small: str) -> str:
    """Join a small kana to the syllable before it: ki + ya = kya, si + e = sye, te + i = ti, u + i = wi."""
    if latin.endswith("i") and len(small) == 1:
        return latin[:-1] + "y" + small
    if latin[-2:-1] not in set("kstnhmrgzdbp") and latin.endswith("u"):
        return latin[:-1] + "w" + small
    return latin[:-1] + small
