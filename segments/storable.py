"""Characters that no store can hold: NUL and lone surrogates are refused at the door, with their place."""

import re

from segments.errors import InputError

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def refuse_unstorable(text: str, place: str) -> str:
    """Give the text back when it can be stored.

    SQLite's `length()` stops at a NUL, PostgreSQL refuses it, and UTF-8 has no surrogates.

    Raises:
        InputError: The text holds a NUL or a lone surrogate; the message names `place` and the offset.
    """
    found = _UNSTORABLE.search(text)
    if found is None:
        return text
    raise InputError(
        f"{place}: character {found.start() + 1} is U+{ord(found.group()):04X}, which cannot be stored. "
        "Remove it, or replace it with U+FFFD."
    )
