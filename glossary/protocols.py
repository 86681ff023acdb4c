"""What a recogniser of terms must offer; anything with this shape can stand in for ours."""

from typing import Protocol

from glossary.model import Hit


class TermFinder(Protocol):
    """Finds terms, made ready beforehand, in texts of one language."""

    def find(self, text: str) -> list[Hit]:
        """Give the occurrences of the terms in a text, ordered by place, longest first."""
