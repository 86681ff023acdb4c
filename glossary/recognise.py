"""Recognition of terms: the one door for both languages."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from glossary.english import EnglishFinder
from glossary.japanese import JapaneseFinder
from glossary.model import Hit, Term


class _Finder(Protocol):
    def find(self, text: str) -> Iterator[Hit]: ...


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Terms of one language, made ready once to be found in many texts.

    It never changes; `extended` and `without` give another one that shares what was made ready (50,000 terms take half
    a second, one more term far less than a millisecond).
    """

    lang: str
    _settled: _Finder
    _added: tuple[Term, ...] = ()
    _fresh: _Finder | None = None
    _hidden: frozenset[int] = frozenset()

    @classmethod
    def build(cls, terms: Sequence[Term], lang: str) -> "Recogniser":
        """Make terms ready; those of other languages are left out (subtags ignored)."""
        return cls(lang, _finder(_of_language(terms, lang), lang))

    def extended(self, terms: Sequence[Term]) -> "Recogniser":
        """Give a recogniser that finds these terms too."""
        added = (*self._added, *_of_language(terms, self.lang))
        return replace(self, _added=added, _fresh=_finder(added, self.lang))

    def without(self, ids: Collection[int]) -> "Recogniser":
        """Give a recogniser that no longer finds the terms with these ids."""
        return replace(self, _hidden=self._hidden.union(ids))

    def find(self, text: str) -> list[Hit]:
        """Give the occurrences of the terms in a text, by place, the longer first.

        Of two that overlap the longer one stands (the earlier of equals); one inside another is kept as `nested`.
        """
        fresh = self._fresh.find(text) if self._fresh else ()
        found = (*self._settled.find(text), *fresh)
        return settle([hit for hit in found if hit.term.id not in self._hidden] if self._hidden else found)


def find_terms(text: str, terms: Sequence[Term], lang: str) -> list[Hit]:
    """Give the occurrences of terms in a text of the language `lang`, by place, the longer first.

    For many texts, build one `Recogniser`. Positions are characters from 0.
    """
    return Recogniser.build(terms, lang).find(text)


def settle(hits: Iterable[Hit]) -> list[Hit]:
    """Decide between occurrences that share characters, as `Recogniser.find` says."""
    settled: list[Hit] = []
    for group in _overlapping(sorted(hits, key=_by_place)):
        settled += _settle_group(group)
    return settled


def _settle_group(group: list[Hit]) -> list[Hit]:
    if len(group) == 1:
        return group
    standing: list[Hit] = []
    for hit in sorted(group, key=lambda hit: (hit.start - hit.end, hit.start)):
        rivals = [other for other in standing if other.start < hit.end and hit.start < other.end]
        if all(_same_span(other, hit) and not other.nested for other in rivals):
            standing.append(hit)
        elif any(_holds(other, hit) for other in rivals):
            standing.append(replace(hit, nested=True, part=False))
    return sorted(standing, key=_by_place)


def _overlapping(hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Group occurrences, given by place, so that those of different groups share no character."""
    group: list[Hit] = []
    reach = 0
    for hit in hits:
        if group and hit.start >= reach:
            yield group
            group = []
        group.append(hit)
        reach = max(reach, hit.end)
    if group:
        yield group


def _by_place(hit: Hit) -> tuple[int, int, int, str]:
    return hit.start, -hit.end, hit.term.id, hit.term.text


def _same_span(one: Hit, other: Hit) -> bool:
    return one.start == other.start and one.end == other.end


def _holds(outer: Hit, inner: Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and not _same_span(outer, inner)


def _of_language(terms: Sequence[Term], lang: str) -> list[Term]:
    return [term for term in terms if term.text.strip() and term.lang[:2].lower() == lang[:2].lower()]


def _finder(terms: Sequence[Term], lang: str) -> _Finder:
    return JapaneseFinder(terms) if lang[:2].lower() == "ja" else EnglishFinder(terms)
