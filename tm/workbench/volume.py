"""How much text there is, in the measures that translators are paid by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_JAPANESE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f々"
_LETTER = rf"[^\W\d_{_JAPANESE}]"
_WORD = re.compile(rf"{_LETTER}+(?:['’.-]{_LETTER}+)*|\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s")
_CHARACTERS_OF_A_PAGE = 400


@dataclass(frozen=True, slots=True)
class Volume:
    """How much text.

    Attributes:
        segments: Segments.
        characters: Characters, white space included.
        characters_no_space: Characters other than white space.
        words: Words in Latin letters, and numbers; kana and kanji are counted as characters only.
    """

    segments: int = 0
    characters: int = 0
    characters_no_space: int = 0
    words: int = 0

    @property
    def pages(self) -> float:
        """Japanese manuscript pages of 400 characters, white space not counted."""
        return self.characters_no_space / _CHARACTERS_OF_A_PAGE

    def __add__(self, other: "Volume") -> "Volume":
        return Volume(
            self.segments + other.segments,
            self.characters + other.characters,
            self.characters_no_space + other.characters_no_space,
            self.words + other.words,
        )


def volume(texts: Iterable[str]) -> Volume:
    """Count texts, each as a segment."""
    held = list(texts)
    return Volume(
        len(held),
        sum(map(len, held)),
        sum(len(_SPACE.sub("", one)) for one in held),
        sum(len(_WORD.findall(one)) for one in held),
    )
