"""The values that texts name: numbers, dates, times, amounts, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class ValueKind(StrEnum):
    """What a value counts."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    ORDINAL = "ordinal"
    DATE = "date"
    FISCAL_YEAR = "fiscal year"
    FISCAL_YEAR_END = "fiscal year ended"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"


class Bound(StrEnum):
    """How near the value is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the Gregorian calendar as far as the text tells it; at least one part is there."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `days` is 1 where the text counts on into the next day (25時 is 1 a.m. of the next day)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    days: int = 0


Amount = Fraction | Date | Clock


@dataclass(frozen=True, slots=True)
class Value:
    """A value named in a text.

    Attributes:
        kind: What it is.
        value: A `Fraction` for numbers (per cent for percentages, the year for fiscal years, the first year for decades),
            a `Date` for dates and ends of fiscal years, a `Clock` for times.
        start: Offset of its first character in the text, currency signs included.
        end: Offset after its last character, its unit included.
        unit: The canonical unit: a currency (`JPY`), a measure (`km`, `year`), or what an ordinal counts (`article`).
        upto: The other end, where the text names a range.
        bound: Whether the text says about, over, at least, under or at most.
        warning: What is odd about it, in plain words (a date after its era's end), else empty.
    """

    kind: ValueKind
    value: Amount
    start: int
    end: int
    unit: str = ""
    upto: Amount | None = None
    bound: Bound = Bound.EXACT
    warning: str = ""

    def words(self) -> Iterator[str]:
        """Give the value as words that are the same in every language: `#2019`, `#month 3`, `#JPY`."""
        if self.kind in {ValueKind.MONEY, ValueKind.QUANTITY}:
            yield f"#{self.unit}"
        elif self.kind is ValueKind.PERCENT:
            yield "#%"
        for amount in (self.value, self.upto):
            if isinstance(amount, Fraction):
                yield f"#{amount}"
            elif isinstance(amount, Clock):
                yield from (f"#{part}" for part in (amount.hour, amount.minute) if part)
            elif isinstance(amount, Date):
                yield from (f"#{part}" for part in (amount.year, amount.day) if part)
                yield from (f"#month {part}" for part in (amount.month,) if part)
