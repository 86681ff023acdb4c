"""The numbers of a folded text, by value: a quick look that misses no number, for telling whether two texts differ in any.

`segments.values` reads dates, eras, times and units exactly, but takes a millisecond, and wants to be sure that it is a
number; here an unsure one counts too.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

_DIGITS = {**{digit: value for value, digit in enumerate("〇一二三四五六七八九")}, **{str(n): n for n in range(10)}}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_NATIVE = {
    "ひとつ": 1, "ふたつ": 2, "みっつ": 3, "よっつ": 4, "いつつ": 5, "むっつ": 6, "ななつ": 7, "やっつ": 8, "ここのつ": 9,
    "ひとり": 1, "ふたり": 2,
}  # fmt: skip
# A single kanji is a number only before a counter: 一部 and 三角 are words.
_JAPANESE = re.compile(
    r"(\d[\d,]*(?:\.\d+)?(?:[十百千万億兆]+\d*)*"
    r"|[〇一二三四五六七八九十百千万億兆]{2,}"
    r"|[一二三四五六七八九十百千](?=[年月日時分秒人名個件回本枚台円つか箇カヶ度歳才番号倍割社国州都市点票])"
    f"|{'|'.join(_NATIVE)})([年月日時分秒]?)"
)

_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# "one" is missing on purpose: it is a pronoun as often as a number.
_WORDS = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ENGLISH = re.compile(rf"\b(\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})(?: ({'|'.join(_SCALES)}))?\b")


class Number(NamedTuple):
    """A number: where it begins, and its value as a plain decimal number, in dates and times with the unit."""

    start: int
    value: str


def numbers(folded: str, lang: str) -> Iterator[Number]:
    """Give the numbers of a folded text in order.

    Args:
        folded: The text, folded.
        lang: Its language; Japanese numerals are read in `ja`, English number words everywhere else.
    """
    if lang[:2].lower() == "ja":
        for found in _JAPANESE.finditer(folded):
            yield Number(found.start(), _shown(_japanese_value(found[1])) + found[2])
    else:
        for found in _ENGLISH.finditer(folded):
            value = _WORDS[found[1]] if found[1] in _WORDS else Fraction(found[1].replace(",", ""))
            yield Number(found.start(), _shown(Fraction(value * _SCALES.get(found[2], 1))))


def _japanese_value(text: str) -> Fraction:
    """Read 2371, 1,200, 二千万, 二〇一九, 1億2000万, 3万5千."""
    if text in _NATIVE:
        return Fraction(_NATIVE[text])
    total = section = Fraction(0)
    current: Fraction | None = None
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|.", text):
        if part in _LARGE:
            total += (section + (current or 0) or 1) * _LARGE[part]
            section, current = Fraction(0), None
        elif part in _SMALL:
            section += (1 if current is None else current) * _SMALL[part]
            current = None
        elif part in _DIGITS:
            current = 10 * (current or Fraction(0)) + _DIGITS[part]
        else:
            current = Fraction(part.replace(",", ""))
    return total + section + (current or 0)


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.6f}".rstrip("0")
