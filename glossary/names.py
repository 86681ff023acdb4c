"""Names in kanji, found by the readings that their characters have in Japanese (きんしょうおん → 金正恩).

A Korean or Chinese name has the reading of its own language and one by its characters, and a glossary often gives only
the first.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from glossary.folding import KANJI
from glossary.model import Concept, Term
from glossary.romaji import romanised
from segments.morphology import readings_of_character

_NAME = re.compile(f"[{KANJI}]{{2,5}}")
_KATAKANA_READING = re.compile("[ァ-ヴー・\\s]+")


class Names:
    """Names by their first character, each with its concept."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)

    def add(self, concept: Concept, term: Term) -> None:
        """Take in a term if it is a name: kanji only, and called a proper noun or read in katakana."""
        proper = "proper" in term.part_of_speech or "固有" in term.part_of_speech
        if _NAME.fullmatch(term.text) and (proper or _KATAKANA_READING.fullmatch(term.reading)):
            self._by_first[term.text[0]].append((concept, term))

    def read_as(self, reading: str) -> Iterator[tuple[Concept, Term]]:
        """Give the names whose characters can be read so; `reading` is `romanised` with its long vowels."""
        for first, owners in self._by_first.items():
            if reading.startswith(_readings(first)):
                yield from (owner for owner in owners if _can_be_read(owner[1].text, reading))


def _can_be_read(name: str, reading: str) -> bool:
    if not name:
        return not reading
    return any(
        _can_be_read(name[1:], reading.removeprefix(one)) for one in _readings(name[0]) if reading.startswith(one)
    )


@lru_cache(maxsize=10_000)
def _readings(character: str) -> tuple[str, ...]:
    readings = (romanised(reading, keep_length=True) for reading in readings_of_character(character))
    return tuple(reading for reading in readings if reading)
