"""Writing a value in English in the manner of another one: 2月27日 becomes Feb. 27 where the match has Mar. 1.

Each writer gets the old words and the new amount, and gives the new words, or nothing where it cannot keep the manner exactly.
"""

import re
from calendar import month_name
from fractions import Fraction

from segments.values import Amount, Clock, Date, Value, ValueKind
from segments.values.eras import ERAS, era_of
from segments.values.units import ENGLISH_UNITS
from tm.match.repair.agreement import plural, singular

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
_LARGE = 10**6
_LAST_IN_WORDS, _LAST_WORD = 10, 99

_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_WORD = rf"(?:{'|'.join(sorted([*_ONES, *_TENS[2:]], key=len, reverse=True))})"
_NUMERAL = re.compile(
    rf"(?P<digits>\d[\d,]*(?:\.\d+)?)(?:(?P<gap>[ -])(?P<scale>{_SCALE})\b)?"
    rf"|\b(?:(?:an?|{_WORD})\b)(?:(?: and |[ -])(?:{_WORD}|{_SCALE})\b)*",
    re.IGNORECASE,
)
_MONTHS = {name: number for number, name in enumerate(month_name) if name}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|Sept|{'|'.join(name[:3] for name in _MONTHS)})\b(\.?)")
_ORDINAL_DIGITS = re.compile(r"(\d+)(st|nd|rd|th)")
_ERA = re.compile(rf"({'|'.join(era.romanised for era in ERAS)}) (\d+)")
_NEVER_SHORT = range(3, 8)  # March to July are written out in the styles that put a point after Feb.


def write_english(old: Value, words: str, new: Amount, upto: Amount | None) -> str:
    """Write a new amount (or range) in the manner of the words that an old one has; empty where that cannot be done."""
    match new:
        case Fraction() if old.upto is not None:
            return _range(old, words, new, upto)
        case Fraction():
            return _number_words(old, words, new)
        case Date() if isinstance(old.value, Date) and old.upto is None:
            return _date(old.value, words, new)
        case Date(year=int(year)):  # a year that reads like any number
            return str(year) if re.fullmatch(r"\d{4}", words) else ""
        case Clock() if old.upto is None:
            return _time(words, new)
    return ""


def _range(old: Value, words: str, low: Fraction, high: Amount | None) -> str:
    found = list(_NUMERAL.finditer(words))
    if (
        len(found) != 2
        or not isinstance(high, Fraction)
        or old.kind not in {ValueKind.PERCENT, ValueKind.QUANTITY, ValueKind.NUMBER}
    ):
        return ""
    first, last = (_number(place, amount) for place, amount in zip(found, (low, high), strict=True))
    if not first or not last:
        return ""
    return "".join(
        (words[: found[0].start()], first, words[found[0].end() : found[1].start()], last, words[found[1].end() :])
    )


def _number_words(old: Value, words: str, new: Fraction) -> str:
    if old.kind in {ValueKind.ORDINAL, ValueKind.CENTURY} and not re.search(r"[A-Za-z.] \d", words):
        return _ordinal(words, new)
    found = _NUMERAL.search(words)
    number = (
        _number(found, new, plain=old.kind in {ValueKind.ORDINAL, ValueKind.FISCAL_YEAR, ValueKind.DECADE})
        if found
        else ""
    )
    if not found or not number:
        return ""
    return words[: found.start()] + number + _unit(words[found.end() :], new)


def _unit(rest: str, amount: Fraction) -> str:
    """Give the unit the number of its amount: 1 year, 5 years; 5-year plans keep theirs."""
    word = re.fullmatch(r" ([A-Za-z][a-z-]+)", rest)
    if not word or word[1] in {"percent", "per", "times"}:
        return rest
    if word[1] in ENGLISH_UNITS or word[1].rstrip("s") in {"dollar", "euro", "pound", "rupee", "ruble"}:
        return " " + (singular(word[1]) if amount == 1 else plural(singular(word[1])))
    return rest


def _number(found: re.Match[str], new: Fraction, *, plain: bool = False) -> str:
    if new <= 0:
        return ""
    if not found["digits"]:
        return _in_words(found[0], new)
    if found["scale"] and found["scale"].lower() in _SCALES:
        return _scaled(new, found["gap"] or " ") or _digits(new, commas=True)
    old = found["digits"]
    bare = plain or (re.fullmatch(r"\d{4,}", old) is not None)
    if not bare and "," not in old and new >= _LARGE and _scaled(new, " "):
        return _scaled(new, " ")
    return _digits(new, commas=not bare)


def _in_words(old: str, new: Fraction) -> str:
    """Write small numbers in words, large ones only where the old one shows it or a sentence begins with it."""
    begins = old[0].isupper()
    large = begins or old.lower() in {*_ONES[_LAST_IN_WORDS + 1 :], *_TENS} or "-" in old
    if new.denominator == 1 and new <= (_LAST_WORD if large else _LAST_IN_WORDS):
        words = cardinal(int(new))
        return words.capitalize() if begins else words
    return "" if begins else _scaled(new, " ") or _digits(new, commas=True)


def cardinal(number: int) -> str:
    """Write a number below a hundred in words."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def _scaled(number: Fraction, gap: str) -> str:
    """Write 120 million, 1.2 billion; empty for what has more than two decimals so."""
    for scale, size in _SCALES.items():
        if number >= size:
            short = number / size
            return f"{_decimal(short)}{gap}{scale}" if (short * 100).denominator == 1 else ""
    return ""


def _digits(number: Fraction, *, commas: bool) -> str:
    text = _decimal(number)
    whole, point, decimals = text.partition(".")
    return (f"{int(whole):,}" if commas else whole) + point + decimals if text else ""


def _decimal(number: Fraction) -> str:
    """Write a number with as many decimals as it has; empty if they never end."""
    for places in range(7):
        if (number * 10**places).denominator == 1:
            return f"{float(number):.{places}f}"
    return ""


def _ordinal(words: str, new: Fraction) -> str:
    if new.denominator != 1 or new < 1:
        return ""
    number = int(new)
    if _ORDINAL_DIGITS.search(words):
        return _ORDINAL_DIGITS.sub(f"{number}{suffix(number)}", words, count=1)
    name, space, rest = words.partition(" ")
    if number > (_LAST_IN_WORDS if name[0].islower() else _LAST_WORD):
        return f"{number}{suffix(number)}{space}{rest}" if name[0].islower() else ""
    written = _ordinal_word(number)
    return (written.capitalize() if name[0].isupper() else written) + space + rest


def _ordinal_word(number: int) -> str:
    head, dash, last = cardinal(number).rpartition("-")
    last = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + dash + last


def suffix(number: int) -> str:
    """Give the ending of an ordinal in digits: 1st, 12th, 23rd."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _date(old: Date, words: str, new: Date) -> str:
    """Change month, day and year where they stand."""
    era = _ERA.fullmatch(words)
    if era:
        return _era_year(era, new)
    numeric = re.fullmatch(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}", words)
    if numeric:
        return _numeric_date(words, new)
    if not old.month and old.year and new.year:
        return words.replace(str(old.year), str(new.year))
    return _MONTH.sub(lambda month: _month(month, new.month or 0), _day_and_year(words, new))


def _day_and_year(words: str, new: Date) -> str:
    words = re.sub(r"\b\d{4}\b", str(new.year), words)
    if new.day is None:
        return words
    day = rf"{new.day}"
    return re.sub(
        r"\b\d{1,2}(st|nd|rd|th)?\b", lambda found: day + (suffix(int(day)) if found[1] else ""), words, count=1
    )


def _month(old: re.Match[str], new: int) -> str:
    """Write a month out or short, as the old one is; the point after a long name ends a sentence."""
    full = month_name[new]
    if old[1] in _MONTHS:
        return full + old[2]
    if not old[2]:
        return full[:3]
    if new not in _NEVER_SHORT:
        return "Sept." if new == 9 else full[:3] + "."
    return full if old.end() < len(old.string) else ""


def _era_year(old: re.Match[str], new: Date) -> str:
    era = era_of(old[1])
    inside = new.year is not None and era.begins.year < new.year and (era.ends is None or new.year < era.ends.year)
    return f"{old[1]} {new.year - era.begins.year + 1}" if inside and new.year else ""


def _numeric_date(words: str, new: Date) -> str:
    first, *_ = re.findall(r"\d+", words)
    order = (new.year, new.month, new.day) if len(first) == 4 else (new.month, new.day, new.year)
    parts = iter(order)
    width = 2 if re.search(r"\b0", words) else 1
    return re.sub(r"\d+", lambda _: f"{next(parts):0{width}d}", words)


def _time(words: str, new: Clock) -> str:
    told = re.fullmatch(r"(\d{1,2})(:\d{2})?( ?)([ap])(\.?m\.?)", words, re.IGNORECASE)
    if new.second is not None or new.days:
        return ""
    if told:
        half = "p" if new.hour >= 12 else "a"
        minute = f":{new.minute or 0:02d}" if told[2] or new.minute else ""
        return f"{new.hour % 12 or 12}{minute}{told[3]}{half.upper() if told[4].isupper() else half}{told[5]}"
    if re.fullmatch(r"\d{1,2}:\d{2}", words):
        return f"{new.hour:0{2 if words[0] == '0' else 1}d}:{new.minute or 0:02d}"
    return ""
