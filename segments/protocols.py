"""What the engines of the ground floor must offer; anything with these shapes can stand in for ours."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from segments.model import Bead, Segment


class Segmenter(Protocol):
    """Turns a text into segments."""

    def __call__(self, text: str, lang: str, *, reflow: bool = True) -> list[Segment]:
        """Segment a text in the language `lang` (`ja` or `en`, subtags allowed)."""


class Aligner(Protocol):
    """Pairs the sentences of a text with those of its translation."""

    def __call__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        evidence: Iterable[tuple[str, str]] | None = None,
        *,
        source_lang: str = "ja",
        target_lang: str = "en",
    ) -> list[Bead]:
        """Give beads in order that hold each source and each target sentence exactly once.

        `evidence` are pairs of a source term and a target term, as a glossary has them.
        """
