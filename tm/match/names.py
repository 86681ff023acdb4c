"""The names in a text, as far as a guard must know them."""

import re
from collections.abc import Iterator

from segments.morphology import analyse
from segments.values.eras import ERAS

# Eras are parts of dates.
_ERAS = frozenset(era.name for era in ERAS)
# What the dictionary takes for a name is rarely one when it is a single character, or without kanji and katakana.
_NAME = re.compile(r"(?=.*[^ぁ-ん]).{2,}")
# A capital at the beginning of a sentence tells nothing.
_CAPITALISED = re.compile(r"(?<=[a-z0-9,;:] )[A-Z][\w'’-]+")


def names(text: str, lang: str) -> Iterator[str]:
    """Give the names in a text in order: proper nouns of the dictionary in Japanese, capitalised words elsewhere."""
    if lang[:2].lower() == "ja":
        nouns = (text[word.start : word.end] for word in analyse(text) if word.detail.startswith("固有名詞"))
        yield from (noun for noun in nouns if noun not in _ERAS and _NAME.fullmatch(noun))
    else:
        yield from _CAPITALISED.findall(text)
