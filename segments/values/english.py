"""Values in English text: March 1, 2019; $1.2 billion; two and a half hours; the 25th; Article 3, paragraph 2; 3:30 p.m."""

import re
from calendar import month_name
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from segments.values.eras import ERAS, era_of, in_era, no_such_day
from segments.values.forms import any_of, first_value
from segments.values.model import Bound, Clock, Date, Value, ValueKind
from segments.values.numerals import (
    CARDINALS,
    CIRCLED,
    ENGLISH_SCALES,
    ORDINALS,
    circled_number,
    english_number,
    english_ordinal,
)
from segments.values.ranges import joined
from segments.values.units import (
    CURRENCY_SIGNS,
    ENGLISH_CURRENCIES,
    ENGLISH_ORDINAL_UNITS,
    ENGLISH_UNITS,
    SYMBOLS,
)

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}


def read_english(text: str) -> list[Value]:
    """Read the values of an English text in their order."""
    values: list[Value] = []
    place = 0
    while found := _BEGIN.search(text, place):
        value = _value_at(text, found.start())
        if value:
            values.append(_bounded(text, joined(text, value, _JOIN, _value_at)))
            place = values[-1].end
        else:
            run = _RUN.match(text, found.start())
            place = run.end() if run else found.end()
    return values


def _value_at(text: str, place: int) -> Value | None:
    return first_value(_FORMS, text, place)


def _bounded(text: str, value: Value) -> Value:
    """Note whether the words around say about, over, at least, under, at most."""
    before = _BEFORE.search(text, max(0, value.start - 24), value.start)
    after = _AFTER.match(text, value.end)
    if before:
        return replace(value, bound=_BOUNDS[(before.lastindex or 1) - 1])
    return replace(value, bound=_BOUNDS[(after.lastindex or 1) - 1]) if after else value


def _number(text: str | None) -> Fraction | None:
    return english_number(re.findall(r"[\d,]*\d(?:\.\d+)?|[a-z]+", text.lower())) if text else None


def _made(
    found: re.Match[str], kind: ValueKind, value: Fraction | Date | Clock, unit: str = "", warning: str = ""
) -> Value:
    return Value(kind, value, found.start(), found.end(), unit, warning=warning)


def _part(found: re.Match[str], name: str) -> int | None:
    text = found.groupdict().get(name)
    if text is None:
        return None
    if text.lower().rstrip(".") in _MONTHS:
        return _MONTHS[text.lower().rstrip(".")]
    digits = re.match(r"\d+", text)
    number = Fraction(digits[0]) if digits else english_ordinal(text.lower().replace("-", " ").split())
    return int(number) if number is not None else None


def _date(found: re.Match[str]) -> Value | None:
    year, month, day = (_part(found, name) for name in ("year", "month", "day"))
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    told = Date(year, month, day)
    return _made(found, ValueKind.DATE, told, warning=no_such_day(told))


def _month_alone(found: re.Match[str]) -> Value | None:
    """Read a month without day or year; March and May only where a word before shows that a month is meant."""
    name = found["month"]
    if name[0].islower() or (
        name in {"March", "May", "Mar", "Sep", "Jan", "Jun"}
        and not _MONTH_BEFORE.search(found.string, 0, found.start())
    ):
        return None
    return _date(found)


def _era_year(found: re.Match[str]) -> Value:
    told, warning = in_era(era_of(found["era"]), int(found["year"]))
    return _made(found, ValueKind.DATE, told, warning=warning)


def _fiscal(found: re.Match[str]) -> Value:
    year = int(found["year"])
    return _made(found, ValueKind.FISCAL_YEAR, Fraction(year if year >= 100 else 2000 + year))


def _fiscal_end(found: re.Match[str]) -> Value:
    return _made(
        found, ValueKind.FISCAL_YEAR_END, Date(_part(found, "year"), _part(found, "month"), _part(found, "day"))
    )


def _decade(found: re.Match[str]) -> Value:
    year = int(found["year"])
    return _made(found, ValueKind.DECADE, Fraction(year if year >= 100 else 1900 + year))


def _century(found: re.Match[str]) -> Value | None:
    number = _part(found, "number")
    return _made(found, ValueKind.CENTURY, Fraction(number)) if number else None


def _time(found: re.Match[str]) -> Value | None:
    hour, minute, second = (_part(found, name) for name in ("hour", "minute", "second"))
    half = (found.groupdict().get("half") or "").lower().replace(".", "")
    if hour is None or hour > (12 if half else 24) or (minute or 0) > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _made(found, ValueKind.TIME, Clock(hour % 24, minute, second, hour // 24))


def _clock(found: re.Match[str]) -> Value | None:
    hour = _number(found["hour"])
    return _made(found, ValueKind.TIME, Clock(int(hour))) if hour is not None and hour <= 12 else None


def _listed(found: re.Match[str]) -> Value:
    return _made(found, ValueKind.NUMBER, Fraction(circled_number(found["circled"])))


def _noon(found: re.Match[str]) -> Value:
    return _made(found, ValueKind.TIME, Clock(12))


def _percent(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    return None if number is None else _made(found, ValueKind.PERCENT, number)


def _money(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    told = found.groupdict()
    name = (told.get("name") or "").lower().removesuffix("s")
    unit = (
        CURRENCY_SIGNS[told["sign"]]
        if told.get("sign")
        else ENGLISH_CURRENCIES.get(name) or ENGLISH_CURRENCIES.get(name + "s", "")
    )
    return None if number is None else _made(found, ValueKind.MONEY, number, unit)


def _unit_ordinal(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    return (
        None
        if number is None
        else _made(found, ValueKind.ORDINAL, number, ENGLISH_ORDINAL_UNITS[found["unit"].lower()])
    )


def _ordinal(found: re.Match[str]) -> Value | None:
    number = _part(found, "number")
    return None if number is None else _made(found, ValueKind.ORDINAL, Fraction(number))


def _fraction(found: re.Match[str]) -> Value | None:
    over, name = _number(found["over"]) or Fraction(1), found["under"].lower()
    under = (
        2
        if name in {"half", "halves"}
        else 4
        if name.startswith("quarter")
        else english_ordinal([name.removesuffix("s")])
    )
    return _made(found, ValueKind.NUMBER, over / under) if under else None


def _half_of(found: re.Match[str]) -> Value:
    return _made(found, ValueKind.NUMBER, Fraction(1, 2))


def _quantity(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    if number is None:
        return None
    half = Fraction(1, 2) if found.groupdict().get("half") else 0
    unit = found["unit"]
    return _made(found, ValueKind.QUANTITY, number + half, SYMBOLS.get(unit) or ENGLISH_UNITS[unit.lower()])


def _plain(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    if number is None:
        return None
    half = Fraction(1, 2) if found.groupdict().get("half") else 0
    return _made(found, ValueKind.NUMBER, number + half)


def _form(
    pattern: str, build: Callable[[re.Match[str]], Value | None]
) -> tuple[re.Pattern[str], Callable[[re.Match[str]], Value | None]]:
    return re.compile(pattern, re.IGNORECASE), build


_CARDINAL = any_of(CARDINALS)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = any_of(ENGLISH_SCALES)
_ORDINAL = any_of(ORDINALS)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_BITS = rf"(?:{_CARDINAL}|{_SCALE})"
_WORDS = rf"(?:(?:a|an)[ -](?:{_SCALE})\b(?:[ -](?:and )?{_BITS}\b)*|(?:{_CARDINAL})\b(?:(?:[ -]| and ){_BITS}\b)*)"
_NUMBER = rf"(?:{_DIGITS}(?:[ -](?:{_SCALE})\b)*|{_WORDS})"
_PLAIN = rf"(?P<number>{_NUMBER})"
_HALF = r"(?:[ -]and[ -]a[ -](?P<half>half)\b)?"
_MONTH = rf"(?P<month>{any_of(_MONTHS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>[12]\d{3})\b(?![,.]\d)"
_TH = rf"(?P<number>\d+(?:st|nd|rd|th)\b|(?:(?:{_CARDINAL})[ -])?(?<!at )(?:{_ORDINAL})\b(?! of all))"
_UNITS = rf"(?P<unit>(?:{any_of(ENGLISH_UNITS)})\b|(?-i:{any_of(SYMBOLS)})(?![A-Za-z\d]))"
_ERA = any_of([era.romanised for era in ERAS] + ["Shōwa", "Taishō"])

_BEGIN = re.compile(
    rf"{CIRCLED}|(?<![A-Za-z\d.,])(?<![A-Za-z]-)(?:{any_of(CURRENCY_SIGNS)})?\d|\b(?:{any_of(_MONTHS)})\b|\b(?:{_CARDINAL}|{_ORDINAL})\b|\b(?:a|an)[ -](?:{_SCALE})\b"
    rf"|\b(?:fiscal|FY|the (?:fiscal )?year ended|noon|half|{_ERA}|{any_of(ENGLISH_ORDINAL_UNITS)})(?![A-Za-z])|\ba (?:third|quarter)\b",
    re.IGNORECASE,
)
_RUN = re.compile(r"[A-Za-z$€£¥₩]*\d[\d,.:/-]*[A-Za-z]*|[A-Za-z]+")
_JOIN = re.compile(r"\s?[-–—~]\s?|\s(?:to|through|until)\s", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|by|last|next|this|since|until|till|from|to|through|between|and|late|early|mid|every|each|before|after|during|for)[ -]$",
    re.IGNORECASE,
)
_BOUNDS = (Bound.ABOUT, Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST)
_BEFORE = re.compile(
    r"\b(?:(about|around|approximately|roughly|some|nearly|almost|circa|an estimated)|(more than|over|exceeding|above|upward of|upwards of)|(at least|no fewer than|no less than|a minimum of)"
    r"|(less than|fewer than|under|below)|(at most|up to|no more than|a maximum of|not more than)) (?:the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r" (?:(or so|or thereabouts)|(\bplus\b)|(or more|or over|or above|and above)|(short of)|(or less|or fewer|or under|or below))\b",
    re.IGNORECASE,
)

_FORMS = [
    _form(rf"the (?:fiscal )?year ended (?:in )?{_MONTH}(?: {_DAY})?,? {_YEAR}", _fiscal_end),
    _form(rf"fiscal (?:year )?ended (?:in )?{_MONTH}(?: {_DAY})?,? {_YEAR}", _fiscal_end),
    _form(r"(?:fiscal(?: year)? |FY ?)(?P<year>[12]\d{3}|\d{2})\b", _fiscal),
    _form(rf"(?P<era>{_ERA}) (?P<year>\d{{1,2}})\b", _era_year),
    _form(rf"{_MONTH} {_DAY},? {_YEAR}", _date),
    _form(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}", _date),
    _form(rf"{_MONTH},? {_YEAR}", _date),
    _form(rf"{_MONTH} (?:the )?{_DAY}(?!,\d)", _date),
    _form(rf"{_DAY} (?:of )?(?!may\b(?! \d)(?<![A-Z]ay)){_MONTH}", _date),
    _form(rf"(?P<month>{any_of(_MONTHS)})\b(?! \d)", _month_alone),
    _form(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)", _date),
    _form(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b", _date),
    _form(r"(?P<year>[12]\d{2}0|\d0)['’]?s\b", _decade),
    _form(rf"{_TH}[ -]centur(?:y|ies)\b", _century),
    _form(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?)? ?(?P<half>[ap]\.?m\b\.?)", _time),
    _form(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])", _time),
    _form(rf"(?P<circled>{CIRCLED})", _listed),
    _form(rf"(?P<hour>\d{{1,2}}|{_CARDINAL}) o ?['’]clock", _clock),
    _form(r"noon\b", _noon),
    _form(rf"{_PLAIN}[ -]?(?:%|percent\b|per cent\b|pct\b)(?!age)(?![ -]points?\b)", _percent),
    _form(rf"{_PLAIN}[ -](?:percent|per cent)?(?:%)?(?:age)? ?(?P<unit>points?)\b", _quantity),
    _form(rf"(?P<sign>{any_of(CURRENCY_SIGNS)}){_PLAIN}", _money),
    _form(rf"{_PLAIN}[ -](?P<name>{any_of(ENGLISH_CURRENCIES)})s?\b(?! over| by| in)", _money),
    _form(rf"(?P<unit>{any_of(ENGLISH_ORDINAL_UNITS)}) {_PLAIN}", _unit_ordinal),
    _form(rf"(?P<over>(?!{_TENS})(?:{_CARDINAL})|a)[ -](?P<under>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!-)", _fraction),
    _form(r"half(?= (?:of|the)\b)", _half_of),
    _form(rf"{_TH}", _ordinal),
    _form(rf"{_PLAIN}{_HALF}[ -]?{_UNITS}", _quantity),
    _form(rf"(?P<number>{_DIGITS}(?:[ -](?:{_SCALE})\b)*){_HALF}(?!\d|[.,:]\d|[A-Za-z]|-\d+-)", _plain),
    _form(rf"(?!one\b(?! hundred| thousand| million| billion| trillion))(?P<number>{_WORDS}){_HALF}", _plain),
]  # fmt: skip
