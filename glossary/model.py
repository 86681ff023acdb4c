"""The values of the middle floor: concepts, their terms, and occurrences of terms in a text."""

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """How a term may be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a concept in one language; `reading` is kana, where known; `id` is 0 until it is stored."""

    text: str
    lang: str
    status: TermStatus = TermStatus.PREFERRED
    reading: str = ""
    part_of_speech: str = ""
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its terms in every language; `id` is 0 until it is stored."""

    terms: tuple[Term, ...]
    domain: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    glossary: str = ""
    id: int = 0

    def in_language(self, lang: str) -> tuple[Term, ...]:
        """Give the terms in a language (subtags ignored), preferred first, forbidden last."""
        order = list(TermStatus)
        mine = [
            term for term in self.terms if term.lang.split("-")[0].lower() == lang.split("-", maxsplit=1)[0].lower()
        ]
        return tuple(sorted(mine, key=lambda term: order.index(term.status)))


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence of a term in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        term: The term as the glossary has it.
        nested: It lies inside a longer term of the glossary.
        part: It is part of a compound that is no term itself.
    """

    start: int
    end: int
    term: Term
    nested: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that a query found, how well (0 to 100; 100 = exact), and by which of its terms."""

    concept: Concept
    score: float
    by: Term
