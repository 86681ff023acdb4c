"""Japanese eras: 平成31年3月8日 is 8 March 2019."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from segments.values.model import Date


@dataclass(frozen=True, slots=True)
class Era:
    """An era with its first day, and the day after its last (`None` for the present one)."""

    name: str
    romanised: str
    begins: date
    ends: date | None


# The last day of Meiji and of Taisho is also the first of the next era. Japan took the Gregorian calendar on 1 January 1873.
ERAS = (
    Era("明治", "Meiji", date(1868, 10, 23), date(1912, 7, 31)),
    Era("大正", "Taisho", date(1912, 7, 30), date(1926, 12, 26)),
    Era("昭和", "Showa", date(1926, 12, 25), date(1989, 1, 8)),
    Era("平成", "Heisei", date(1989, 1, 8), date(2019, 5, 1)),
    Era("令和", "Reiwa", date(2019, 5, 1), None),
)
_GREGORIAN = date(1873, 1, 1)
_BY_MARK = {mark: era for era in ERAS for mark in (era.name, era.romanised[0], era.romanised.lower())}


def era_of(mark: str) -> Era:
    """Find an era by its Japanese name, its letter or its English name."""
    folded = mark if mark in _BY_MARK else mark.lower().replace("ō", "o")
    return _BY_MARK[folded]


def in_era(era: Era, year: int, month: int | None = None, day: int | None = None) -> tuple[Date, str]:
    """Turn a date of an era into a date of our calendar, with a warning where the era did not reach it."""
    told = Date(era.begins.year + year - 1, month, day)
    return told, _warning(era, told) or no_such_day(told)


def _warning(era: Era, told: Date) -> str:
    first, last = _span(told)
    if era.ends and first >= era.ends:
        return f"the era {era.romanised} ended on {_plain(era.ends - timedelta(days=1))}"
    if last < era.begins:
        return f"the era {era.romanised} began on {_plain(era.begins)}"
    if told.month and first < _GREGORIAN:
        return "dates before 1873 are of the old Japanese calendar"
    return ""


def _span(told: Date) -> tuple[date, date]:
    """Give the first and the last day that a date may mean; a day too many counts as the last of its month."""
    year = told.year or 1
    first, last = told.month or 1, told.month or 12
    return (
        date(year, first, min(told.day or 1, monthrange(year, first)[1])),
        date(year, last, min(told.day or 31, monthrange(year, last)[1])),
    )


def _plain(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def no_such_day(told: Date) -> str:
    """Warn of a date that no calendar has."""
    if told.month is None or told.day is None:
        return ""
    length = monthrange(told.year if told.year and told.year <= MAXYEAR else 2000, told.month)[1]
    return "" if told.day <= length else f"this month has only {length} days"
