"""Writing a value in Japanese in the manner of another one: full width or half, kanji or digits, 万 and 億, eras."""

import re
from fractions import Fraction

from segments.values import Amount, Clock, Date, Value, ValueKind
from segments.values.eras import ERAS, era_of

_DIGITS = "〇一二三四五六七八九"
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_MYRIADS = ("", "万", "億", "兆", "京")
_NUMERAL = re.compile(r"[\d,.，．〇一二三四五六七八九十百千万億兆元]+")
_ERA = re.compile("|".join(era.name for era in ERAS))
_MYRIAD = 10_000


def write_japanese(old: Value, words: str, new: Amount, upto: Amount | None) -> str:
    """Write a new amount in the manner of the words that an old one has; empty where that cannot be done."""
    if old.upto is not None or upto is not None:
        return ""
    match new:
        case Fraction():
            return _amount(old, words, new)
        case Date():
            return _date(words, new)
        case Clock():
            return _time(words, new)


def _amount(old: Value, words: str, new: Fraction) -> str:
    if old.kind is ValueKind.PERCENT and "割" in words:
        new /= 10
    found = _NUMERAL.findall(words)
    if len(found) != 1 or new.denominator != 1:
        return _decimal(words, new) if len(found) == 1 else ""
    return words.replace(found[0], _numeral(found[0], int(new)))


def _decimal(words: str, new: Fraction) -> str:
    """Write a decimal fraction of at most two places, only where digits are used, and 割 is not."""
    if not re.match(r"[\d.]+(?!割)", words) or (new * 100).denominator != 1 or new >= _MYRIAD or "割" in words:
        return ""
    return re.sub(r"[\d.]+", f"{float(new):.2f}".rstrip("0"), words, count=1)


def _numeral(old: str, new: int) -> str:
    """Write a whole number as the old one is written."""
    if not re.search(r"\d", old):
        plain = len(old) > 1 and not re.search("[十百千万億兆]", old)
        return "".join(_DIGITS[int(digit)] for digit in str(new)) if plain else _in_kanji(new)
    if re.search("[万億兆]", old) or (new >= _MYRIAD and not re.search("[,，]", old)):
        text = "".join(f"{part}{scale}" for part, scale in _myriads(new))
    else:
        text = f"{new:,}" if re.search("[,，]", old) or (new >= 1000 and "，" in old) else str(new)
    return text.translate(_WIDE) if re.search("[０-９]", old) else text


def _myriads(number: int) -> list[tuple[int, str]]:
    parts: list[tuple[int, str]] = []
    for scale in _MYRIADS:
        number, part = divmod(number, _MYRIAD)
        if part:
            parts.insert(0, (part, scale))
    return parts or [(0, "")]


def _in_kanji(number: int) -> str:
    return "".join(_below_myriad(part) + scale for part, scale in _myriads(number))


def _below_myriad(number: int) -> str:
    if number == 0:
        return "〇"
    text = ""
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        text += "" if not digit else name if digit == 1 and name else _DIGITS[digit] + name
    return text


def _date(words: str, new: Date) -> str:
    """Change the numbers before 年, 月 and 日; a year of an era only within the era."""
    for number, unit in ((new.year, "年"), (new.month, "月"), (new.day, "日")):
        if number is None:
            continue
        place = re.search(rf"({_NUMERAL.pattern})(?={unit})", words)
        era = _ERA.match(words) if unit == "年" else None
        written = _year_of_era(era[0], number, new) if era else number
        if not place or not written:
            return ""
        words = words[: place.start()] + _year(place[0], written) + words[place.end() :]
    return words


def _year(old: str, new: int) -> str:
    if old == "元":
        return "元" if new == 1 else str(new)
    return str(new).translate(_WIDE) if re.search("[０-９]", old) else _numeral(old, new)


def _year_of_era(name: str, year: int, new: Date) -> int:
    """Give the number of a year in an era, 0 where the era did not cover all of it, unless the date is told in full."""
    era = era_of(name)
    first, last = era.begins.year, era.ends.year if era.ends else 10_000
    return year - first + 1 if first < year < last and new else 0


def _time(words: str, new: Clock) -> str:
    if new.second is not None or new.days or "半" in words:
        return ""
    afternoon = re.match("午[前後]", words)
    if afternoon:
        words = ("午後" if new.hour >= 12 else "午前") + words[2:]
    hour = new.hour - 12 if afternoon and new.hour > 12 else new.hour
    for number, unit in ((hour, "時"), (new.minute, "分")):
        place = re.search(rf"({_NUMERAL.pattern})(?={unit})", words)
        if (place is None) != (number is None):
            return ""
        if place and number is not None:
            words = words[: place.start()] + _numeral(place[0], number) + words[place.end() :]
    return words
