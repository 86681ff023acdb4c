"""How both languages read values: alternatives of words, and forms that are tried in order at a place."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from segments.values.model import Value

# A pattern, and what makes a value of its match (None: it is none after all).
Form: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str]], Value | None]]


def any_of(words: Iterable[str]) -> str:
    """Make an alternative of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def first_value(forms: Sequence[Form], text: str, place: int) -> Value | None:
    """Read the value that begins at a place, by the first form that fits."""
    for pattern, build in forms:
        found = pattern.match(text, place)
        value = build(found) if found else None
        if value:
            return value
    return None
