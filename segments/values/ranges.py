"""Ranges: 2016～17年, 2月27日～28日, 3 to 5 percent. A bare number before takes kind and unit from the value after."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from segments.values.model import Amount, Clock, Date, Value, ValueKind
from segments.values.numerals import SCALES

Ends = tuple[Amount, Amount]
_SCALED = re.compile(rf"(\d[\d,.]*)([{SCALES}]+)")


def joined(text: str, value: Value, join: re.Pattern[str], read: Callable[[str, int], Value | None]) -> Value:
    """Extend a value to a range where a joining sign and a fitting second value follow."""
    sign = join.match(text, value.end)
    other = read(text, sign.end()) if sign else None
    ends = _ends(text, value, other) if other and other.upto is None else None
    if other is None or ends is None:
        return value
    owner = value if other.kind is ValueKind.NUMBER and not other.unit else other
    kind, unit = (ValueKind.DATE, "") if isinstance(ends[0], Date) else (owner.kind, owner.unit)
    return replace(value, kind=kind, unit=unit, value=ends[0], upto=ends[1], end=other.end, warning="")


def _ends(text: str, value: Value, other: Value) -> Ends | None:
    """Give both ends of a range in full, or None where the two do not make one."""
    bare, other_bare = value.kind is ValueKind.NUMBER, other.kind is ValueKind.NUMBER
    ends: Ends | None = None
    match value.value, other.value:
        case Fraction() as low, Fraction() as high:
            ends = _years(value, other, low, high) or _numbers(text, value, other, low, high)
        case Fraction() as low, Date() as high_date if bare and low.denominator == 1:
            ends = _completed(int(low), high_date)
        case Date(day=int(day)) as low_date, Fraction() as high if other_bare and day < high <= 31:
            ends = low_date, replace(low_date, day=int(high))
        case Date() as low_date, Date() as high_date:
            ends = low_date, _filled(low_date, high_date)
        case Clock() as low_time, Clock() as high_time:
            ends = low_time, _same_half(low_time, high_time)
        case Fraction() as low, Clock() as high_time if bare and low < 30:
            ends = Clock(int(low)), high_time
    return ends


def _years(value: Value, other: Value, low: Fraction, high: Fraction) -> Ends | None:
    """Read a bare number of four digits before years: 2016～17年, 2016-17, 2017～18年度."""
    if value.kind is not ValueKind.NUMBER or not 1000 <= low <= 2100:
        return None
    if other.kind is ValueKind.FISCAL_YEAR:
        return low, Fraction(_same_century(int(low), int(high) % 100))
    short = low % 100 < high < 100
    if (other.kind is ValueKind.NUMBER and short) or (other.unit == "year" and (short or high > low)):
        return Date(int(low)), Date(_same_century(int(low), int(high)))
    return None


def _numbers(text: str, value: Value, other: Value, low: Fraction, high: Fraction) -> Ends | None:
    """Read two numbers of one kind; a bare first one may lack the scale of the second (2～3万, 2～3割)."""
    if value.kind is ValueKind.NUMBER:
        low *= _missing_scale(text, value, other, low, high)
    elif (value.kind, value.unit) != (other.kind, other.unit) and other.kind is not ValueKind.NUMBER:
        return None
    return (low, high) if low < high else None


def _missing_scale(text: str, value: Value, other: Value, low: Fraction, high: Fraction) -> Fraction:
    if "割" in text[other.start : other.end]:
        return Fraction(10)
    scaled = _SCALED.match(text, other.start)
    if not scaled or not text[value.start : value.end].isdigit():
        return Fraction(1)
    leading = Fraction(scaled[1].replace(",", ""))
    return high / leading if low < leading else Fraction(1)


def _same_half(low: Clock, high: Clock) -> Clock:
    """Take a second time without its half of the day into that of the first: 午後1時～3時."""
    return replace(high, hour=high.hour + 12) if high.hour < 12 <= low.hour and not high.days else high


def _same_century(low: int, high: int) -> int:
    return high if high >= 100 else low - low % 100 + high


def _completed(low: int, high: Date) -> Ends | None:
    """Take a bare number before a date as its first part: 27～28日, 1～3月, 2018～2019年."""
    if high.year is not None:
        return Date(low), Date(_same_century(low, high.year), high.month, high.day)
    if high.month is not None:
        return (Date(month=low), high) if low <= 12 and high.day is None else None
    return (Date(day=low), high) if low <= 31 else None


def _filled(low: Date, high: Date) -> Date:
    """Fill what the second date leaves out from the first: 2月27日～28日."""
    if high.year is not None:
        return high
    if high.month is not None:
        return Date(low.year, high.month, high.day)
    return Date(low.year, low.month, high.day)
