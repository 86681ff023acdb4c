"""What a recogniser of terms must offer; anything with this shape can stand in for ours."""

from collections.abc import Sequence
from typing import Protocol

from glossary.model import Hit, Term


class Recogniser(Protocol):
    """Finds terms in texts."""

    def __call__(self, text: str, terms: Sequence[Term], lang: str) -> list[Hit]:
        """Give the occurrences of the terms in a text of the language, ordered by place, longest first."""
