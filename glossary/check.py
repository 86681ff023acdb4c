"""Checking a translation against the glossary: is each term rendered as it should be, and nowhere as it must not be.

Only terms that stand in full count, not those inside a longer term or part of a compound. The first mention in a
document is strict; after it, a pronoun, a demonym or a short form may stand for the term, so nothing is missed. A
forbidden rendering counts only where its concept is in the source and its words are no other term's.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.english import words_of
from glossary.families import is_same_rendering, says
from glossary.model import Concept, Hit, Term, TermStatus
from glossary.recognise import Recogniser


class TermFault(StrEnum):
    """What may be wrong with the rendering of a term."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class TermFinding:
    """A fault in the rendering of a term.

    Attributes:
        fault: What is wrong.
        source: The term of the source, as the glossary has it.
        term: The same (missing), or the forbidden rendering.
        start: Offset of the term in the source (missing) or of the forbidden words in the target (forbidden).
        end: Offset after them.
        expected: The renderings that would be right, preferred ones first.
        message: A plain sentence for the user.
    """

    fault: TermFault
    source: str
    term: Term
    start: int
    end: int
    expected: tuple[str, ...]
    message: str


class TermChecker:
    """A glossary made ready to check pairs of source and target texts."""

    def __init__(self, concepts: Sequence[Concept], source_lang: str, target_lang: str) -> None:
        terms = [term for concept in concepts for term in concept.terms]
        usable = [term for term in terms if term.status is not TermStatus.FORBIDDEN]
        self._source = Recogniser.build(usable, source_lang)
        self._target = Recogniser.build(terms, target_lang)
        self._target_lang = target_lang
        self._renderings: dict[str, list[Term]] = defaultdict(list)
        for concept in concepts:
            for term in concept.in_language(source_lang):
                self._renderings[term.text] += concept.in_language(target_lang)

    def check(self, source: str, target: str, mentioned: Collection[str] = ()) -> list[TermFinding]:
        """Check a pair; `mentioned` has the source terms (their texts) that the document rendered before.

        Nothing is found where the target is empty: an open segment has no faults yet.
        """
        if not target.strip():
            return []
        rendered = self._target.find(target)
        hits = self.terms_in(source)
        permitted = {text for hit in self._source.find(source) for text in self._allowed(hit.term.text)}
        taken = [found for found in rendered if found.term.text in permitted]
        findings: list[TermFinding] = []
        for text, mentions in Counter(hit.term.text for hit in hits).items():
            forbidden = self._forbidden(text, mentions, rendered, taken)
            findings += forbidden
            if not forbidden and text not in mentioned and not self._is_rendered(text, target, rendered):
                findings.append(self._missing(next(hit for hit in hits if hit.term.text == text)))
        return findings

    def check_document(self, pairs: Iterable[tuple[str, str]]) -> list[list[TermFinding]]:
        """Check the pairs of a document in their order, the first mention of each term strictly."""
        mentioned: set[str] = set()
        findings = []
        for source, target in pairs:
            findings.append(self.check(source, target, mentioned))
            if target.strip():
                mentioned.update(hit.term.text for hit in self.terms_in(source))
        return findings

    def renderings(self, pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, list[int]]]:
        """Give, for each term of a document, its renderings and the numbers of the pairs (from 1) that have them.

        A term with more than one rendering is rendered inconsistently. What differs only in form (inflection, South
        Korean, an abbreviation) is one rendering, named by the first of them in the glossary.
        """
        used: dict[str, dict[str, list[int]]] = {}
        for number, (source, target) in enumerate(pairs, start=1):
            found = {hit.term.text for hit in self._target.find(target) if not hit.nested}
            for text in {hit.term.text: None for hit in self.terms_in(source)}:
                allowed = self._allowed(text)
                for name in {_first_like(one, allowed): None for one in allowed if one in found}:
                    used.setdefault(text, {}).setdefault(name, []).append(number)
        return used

    def terms_in(self, source: str) -> list[Hit]:
        """Give the terms of a source text that want a rendering: in full, in no longer term."""
        hits = self._source.find(source)
        return [hit for hit in hits if not hit.nested and not hit.part and hit.term.text in self._renderings]

    def _is_rendered(self, text: str, target: str, rendered: Sequence[Hit]) -> bool:
        expected = self._allowed(text)
        if not expected or any(found.term.text in expected for found in rendered):
            return True
        if self._target_lang[:2].lower() != "en":
            return False
        keys = [word.key for word in words_of(target)]
        return any(says(keys, rendering) for rendering in expected)

    def _missing(self, hit: Hit) -> TermFinding:
        expected = self._allowed(hit.term.text)
        message = f"“{hit.term.text}” is not rendered as {_either(expected)}."
        return TermFinding(TermFault.MISSING, hit.term.text, hit.term, hit.start, hit.end, expected, message)

    def _forbidden(self, text: str, mentions: int, rendered: Sequence[Hit], taken: Sequence[Hit]) -> list[TermFinding]:
        """Find forbidden words, unless every mention has its right rendering; words that are `taken` do not count."""
        expected = self._allowed(text)
        right = {(found.start, found.end) for found in rendered if found.term.text in expected}
        if len(right) >= mentions:
            return []
        forbidden = {term for term in self._renderings[text] if term.status is TermStatus.FORBIDDEN}
        wrong = [hit for hit in rendered if hit.term in forbidden and not any(_covers(other, hit) for other in taken)]
        advice = f"must not be used for “{text}”; use {_either(expected)}."
        return [
            TermFinding(
                TermFault.FORBIDDEN, text, hit.term, hit.start, hit.end, expected, f"“{hit.term.text}” {advice}"
            )
            for hit in wrong
        ]

    def _allowed(self, text: str) -> tuple[str, ...]:
        return tuple(term.text for term in self._renderings[text] if term.status is not TermStatus.FORBIDDEN)


def check_terms(
    source: str, target: str, concepts: Sequence[Concept], source_lang: str = "ja", target_lang: str = "en"
) -> list[TermFinding]:
    """Check the terms of one pair of source and target; for many pairs, make one `TermChecker`."""
    return TermChecker(concepts, source_lang, target_lang).check(source, target)


def _first_like(rendering: str, allowed: Sequence[str]) -> str:
    return next(one for one in allowed if is_same_rendering(one, rendering))


def _covers(outer: Hit, inner: Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _either(renderings: Sequence[str]) -> str:
    return " or ".join(f"“{rendering}”" for rendering in renderings[:3])
