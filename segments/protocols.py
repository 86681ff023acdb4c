"""What the engines of the ground floor must offer; anything with these shapes can stand in for ours."""

from collections.abc import Sequence
from typing import Protocol

from segments.model import Bead, Segment


class Segmenter(Protocol):
    """Turns a text into segments."""

    def __call__(self, text: str, lang: str, *, reflow: bool = True) -> list[Segment]:
        """Segment a text in the language `lang` (`ja` or `en`, subtags allowed)."""


class Evidence(Protocol):
    """What a caller knows about words that translate each other: a lexicon, a glossary, a memory."""

    def score(self, source: str, target: str) -> float:
        """Say how strongly the target sentence answers to the source sentence, 0 (nothing known) or more."""


class Aligner(Protocol):
    """Pairs the sentences of a text with those of its translation."""

    def __call__(self, source: Sequence[str], target: Sequence[str], evidence: Evidence | None = None) -> list[Bead]:
        """Give beads in order that hold each source and each target sentence exactly once."""
