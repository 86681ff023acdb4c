"""Numbers, dates, times and amounts by their exact value, in Japanese and English."""

from segments.values.english import read_english
from segments.values.japanese import read_japanese
from segments.values.model import Amount, Bound, Clock, Date, Value, ValueKind

__all__ = ["Amount", "Bound", "Clock", "Date", "Value", "ValueKind", "read_values"]


def read_values(text: str, lang: str) -> list[Value]:
    """Read every value that a text names, in order of place; values never overlap.

    Args:
        text: A sentence or more.
        lang: `ja` for Japanese, anything else is read as English; subtags allowed.
    """
    return read_japanese(text) if lang.split("-", maxsplit=1)[0].lower() == "ja" else read_english(text)
