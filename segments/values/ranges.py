"""Ranges: 2016～17年, 2月27日～28日, 3 to 5 percent. A bare number before takes kind and unit from the value after."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from segments.values.model import Amount, Clock, Date, Value, ValueKind
from segments.values.numerals import SCALES

_SCALED = re.compile(rf"(\d[\d,.]*)([{SCALES}]+)")


def joined(text: str, value: Value, join: re.Pattern[str], read: Callable[[str, int], Value | None]) -> Value:
    """Extend a value to a range where a joining sign and a fitting second value follow."""
    sign = join.match(text, value.end)
    other = read(text, sign.end()) if sign else None
    if other is None or other.upto is not None:
        return value
    ends = _ends(text, value, other)
    if ends is None:
        return value
    kind, unit = (
        (value.kind, value.unit) if other.kind is ValueKind.NUMBER and not other.unit else (other.kind, other.unit)
    )
    if isinstance(ends[0], Date):
        kind, unit = ValueKind.DATE, ""
    return replace(value, kind=kind, unit=unit, value=ends[0], upto=ends[1], end=other.end, warning="")


def _ends(text: str, value: Value, other: Value) -> tuple[Amount, Amount] | None:
    """Give both ends of a range in full, or None where the two do not make one."""
    low, high = value.value, other.value
    if isinstance(low, Fraction) and isinstance(high, Fraction):
        return _numbers(text, value, other)
    if isinstance(low, Fraction) and isinstance(high, Date) and value.kind is ValueKind.NUMBER:
        return _completed(int(low), high) if low.denominator == 1 else None
    if isinstance(low, Date) and isinstance(high, Date):
        return low, _filled(low, high)
    if isinstance(low, Clock) and isinstance(high, Clock):
        return low, replace(high, hour=high.hour + 12) if high.hour < 12 <= low.hour and not high.days else high
    if isinstance(low, Fraction) and isinstance(high, Clock) and value.kind is ValueKind.NUMBER and low < 30:
        return Clock(int(low)), high
    return None


def _numbers(text: str, value: Value, other: Value) -> tuple[Amount, Amount] | None:
    low, high = value.value, other.value
    if not isinstance(low, Fraction) or not isinstance(high, Fraction):
        return None
    if (
        other.unit == "year"
        and other.kind is ValueKind.QUANTITY
        and value.kind is ValueKind.NUMBER
        and 1000 <= low <= 2100
    ):
        return (Date(int(low)), Date(_same_century(int(low), int(high)))) if high < 100 or high > low else None
    if other.kind is ValueKind.FISCAL_YEAR and value.kind is ValueKind.NUMBER:
        return low, Fraction(_same_century(int(low), int(high) % 100)) if other.warning else high
    if value.kind is not ValueKind.NUMBER and (value.kind, value.unit) != (other.kind, other.unit):
        return (low, high) if other.kind is ValueKind.NUMBER and value.kind is ValueKind.ORDINAL else None
    scaled = _SCALED.match(text, other.start)
    if (
        scaled
        and value.kind is ValueKind.NUMBER
        and low < Fraction(scaled[1].replace(",", ""))
        and text[value.start : value.end].isdigit()
    ):
        low *= high / Fraction(scaled[1].replace(",", ""))
    return (low, high) if low < high else None


def _same_century(low: int, high: int) -> int:
    return high if high >= 100 else low - low % 100 + high


def _completed(low: int, high: Date) -> tuple[Date, Date] | None:
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
