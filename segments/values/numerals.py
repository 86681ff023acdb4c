"""Numerals to exact numbers: 12億3千万, 二〇一九, 壱万, 三・五, twenty-five, two and a half."""

import re
from fractions import Fraction

_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "壱": 1, "弐": 2, "参": 3, "伍": 5, "壹": 1, "貳": 2, "參": 3,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "陌": 100, "千": 1000, "阡": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}

KANJI = "".join([*_DIGITS, *_TENS, *_MYRIADS])
SCALES = "".join([*_TENS, *_MYRIADS])


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    0,
)
_DECADES = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ENGLISH_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12,
}  # fmt: skip
_ORDINAL_UNITS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth",
    1,
)
_ORDINAL_DECADES = {word[:-1] + "ieth": number for word, number in _DECADES.items()}
_ORDINAL_SCALES = {word + "th": number for word, number in ENGLISH_SCALES.items() if word != "dozen"}

CARDINALS = frozenset({*_UNITS, *_DECADES})
ORDINALS = frozenset({*_ORDINAL_UNITS, *_ORDINAL_DECADES, *_ORDINAL_SCALES})


CIRCLED = "[①-⑳]"


def circled_number(mark: str) -> int:
    """Read a circled number, ① to ⑳."""
    return ord(mark) - ord("①") + 1


def japanese_number(text: str) -> Fraction | None:
    """Read a Japanese numeral: digits with commas and points, kanji, or both mixed; None where it makes no sense."""
    text = text.replace(",", "")
    if not re.search(f"[{SCALES}]", text):
        return _plain(text)
    total = Fraction(0)
    for piece, scale in re.findall(rf"([^{''.join(_MYRIADS)}]*)([{''.join(_MYRIADS)}]|$)", text):
        if not piece and not scale:
            continue
        part = Fraction(1) if not piece else _below_myriad(piece)
        if part is None:
            return None
        total += part * _MYRIADS.get(scale, 1)
    return total


def _below_myriad(text: str) -> Fraction | None:
    """Read what stands before 万, 億 or 兆: 1,200, 三百五十, 2千."""
    total = Fraction(0)
    for piece, scale in re.findall(rf"([^{''.join(_TENS)}]*)([{''.join(_TENS)}]|$)", text):
        if not piece and not scale:
            continue
        part = Fraction(1) if not piece else _plain(piece)
        if part is None:
            return None
        total += part * _TENS.get(scale, 1)
    return total


def _plain(text: str) -> Fraction | None:
    """Read digits one after the other: 2019, 3.5, 二〇一九, 三・五."""
    digits = "".join(str(_DIGITS[char]) if char in _DIGITS else char for char in text.replace("・", "."))
    return Fraction(digits) if re.fullmatch(r"\d+(\.\d+)?", digits, re.ASCII) else None


def english_number(words: list[str]) -> Fraction | None:
    """Read an English cardinal of words and digits: two hundred and fifty, 1.2 billion; None where it makes no sense."""
    total, part, read = Fraction(0), Fraction(0), False
    for word in words:
        if word in {"and", "a", "an"}:
            continue
        if word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            part = (part if read else Fraction(1)) * scale
            if scale >= 1000:
                total, part = total + part, Fraction(0)
        elif word in CARDINALS:
            part += _UNITS.get(word, 0) + _DECADES.get(word, 0)
        elif re.fullmatch(r"[\d,]+(\.\d+)?", word, re.ASCII):
            part += Fraction(word.replace(",", ""))
        else:
            return None
        read = True
    return total + part if read else None


def english_ordinal(words: list[str]) -> Fraction | None:
    """Read an English ordinal of words: twenty-fifth, two hundredth."""
    *before, last = words
    head = english_number(before) if before else Fraction(0)
    if head is None:
        return None
    if last in _ORDINAL_SCALES:
        return max(head, Fraction(1)) * _ORDINAL_SCALES[last]
    number = _ORDINAL_UNITS.get(last) or _ORDINAL_DECADES.get(last)
    return head + number if number else None
