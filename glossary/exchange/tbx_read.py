"""Reading TBX in all its dialects: version 3 (ISO 30042:2019), version 2 (martif, ISO 30042:2008), TBX-Min of 2013.

One reading serves them all. Names count without their namespace; what an element says is named by its `type` (data
category as attribute: `<termNote type="partOfSpeech">`), else by its own name (data category as tag:
`<min:partOfSpeech>`). Files are not validated: what can be understood is taken.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from glossary.exchange.table import Problem
from glossary.exchange.vocabulary import language_tag, settled, status_of
from glossary.model import Concept, Term, TermStatus
from segments.errors import InputError
from segments.xml import Element, local_name, read_elements, refuse_references

_ROOTS = ("tbx", "martif", "TBX")
_CONCEPTS = frozenset({"conceptEntry", "termEntry", "entry"})
_LANGUAGES = frozenset({"langSec", "langSet", "langGroup"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
_SECTIONS = _LANGUAGES | _TERMS

_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization", "termStatus"})
_READINGS = frozenset({"pronunciation", "reading", "yomi", "transliteratedForm"})
# For categories that a concept or a term has a place for: the name of the place.
_PLACES = {
    "term": "term",
    "note": "note",
    "subjectField": "domain",
    "definition": "definition",
    "source": "source",
    "externalCrossReference": "source",
    "partOfSpeech": "part of speech",
    **dict.fromkeys(_STATUSES, "status"),
    **dict.fromkeys(_READINGS, "reading"),
}
_READING_NOTE = re.compile(
    r"(?:(?:読み|よみ|読み仮名)\s*[:：]|(?:reading|yomi)\s*[:：](?=[\s\u3040-\u30ff]+$))\s*(.*)", re.IGNORECASE
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Said = dict[str, list[str]]


def read_tbx(data: bytes, name: str = "glossary") -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the bytes of a TBX file.

    A term without a status is preferred, or admitted where its concept has a preferred one in that language. A note
    that begins with `読み:` is the reading of its term, for TBX-Basic has no other place for it. Definitions, notes and
    sources of a language belong to the whole concept. What a glossary has no place for is told once for each category.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.

    Raises:
        InputError: The file is no TBX, declares entities, or is damaged before the end of its first concept.
    """
    reader = _Reader()
    try:
        for event, element in read_elements(io.BytesIO(data), _ROOTS, _CONCEPTS, place=name):
            if event == "end":
                reader.take(element)
    except InputError as error:
        if not reader.concepts:
            raise
        reader.problems.append(Problem(reader.line, f"what follows this concept is left out: {error}"))
    return reader.concepts, sorted([*reader.problems, *reader.left_out()], key=lambda problem: problem.line)


class _Reader:
    """Gathers the concepts of a file, and what was wrong with it."""

    def __init__(self) -> None:
        self.concepts: list[Concept] = []
        self.problems: list[Problem] = []
        self.line = 0
        self._unheld: Counter[str] = Counter()
        self._first: dict[str, int] = {}

    def take(self, element: Element) -> None:
        """Add the concept of an element, or the problem why there is none."""
        self.line = cast("int | None", element.sourceline) or 0
        try:
            refuse_references(element)
            concept = self._concept(element)
        except InputError as error:
            self._tell(f"this concept is left out: {error}.")
            return
        if concept.terms:
            self.concepts.append(concept)
        else:
            self._tell("no term in this concept; it is left out.")

    def left_out(self) -> Iterable[Problem]:
        """Give a problem for each category that has no place in a glossary, at the first concept that has it."""
        for category, count in self._unheld.items():
            yield Problem(
                self._first[category],
                f"{category}: a glossary has no place for it; left out ({count} in the file, the first in this concept).",
            )

    def _tell(self, message: str) -> None:
        self.problems.append(Problem(self.line, message))

    def _concept(self, element: Element) -> Concept:
        said = self._said(element)
        terms: list[Term] = []
        for section in (child for child in element if local_name(child) in _LANGUAGES):
            for place, texts in self._said(section).items():
                said.setdefault(place, []).extend(texts)
            terms += self._terms(section)
        return Concept(
            tuple(terms),
            domain=_joined(said, "domain", "; "),
            definition=_joined(said, "definition"),
            note=_joined(said, "note"),
            source=_joined(said, "source"),
        )

    def _terms(self, section: Element) -> list[Term]:
        lang = language_tag(section.get(_LANG) or section.get("lang") or "")
        said = [self._said(child) for child in section if local_name(child) in _TERMS]
        if not lang and said:
            self._tell("a section of terms has no language (xml:lang); it is left out.")
            return []
        statuses = settled([status_of(_joined(each, "status")) for each in said])
        return [_term(each, lang, status) for each, status in zip(said, statuses, strict=True) if "term" in each]

    def _said(self, section: Element) -> Said:
        """Give what a section says itself, by the place it has in a glossary; note down what has none."""
        said: Said = {}
        for category, text in _facts(section):
            place = _PLACES.get(category)
            if place is None:
                self._unheld[category] += 1
                self._first.setdefault(category, self.line)
            elif text:
                said.setdefault(place, []).append(text)
        return said


def _facts(section: Element) -> Iterator[tuple[str, str]]:
    """Give what a section says itself, without its subsections: category and text."""
    for child in section:
        name = local_name(child)
        if name in _SECTIONS:
            continue
        if name.endswith("Grp"):
            facts = list(_facts(child))
            # What stands in a group tells more of its first member, and goes where that goes.
            yield from facts if facts and facts[0][0] in _PLACES else facts[:1]
        else:
            yield name if name in {"note", "term"} else child.get("type") or name, _text(child)


def _text(element: Element) -> str:
    """Give the text of an element; a line that goes on indented was broken by whoever laid the file out."""
    text = "".join(cast("Iterator[str]", element.itertext())) if len(element) else element.text or ""
    return re.sub(r"[ \t]*\n[ \t]+", " ", text).strip() if "\n" in text else text.strip()


def _term(said: Said, lang: str, status: TermStatus) -> Term:
    notes = said.get("note", [])
    readings = [found[1].strip() for note in notes if (found := _READING_NOTE.fullmatch(note))]
    return Term(
        " ".join(said["term"][0].split("\n")),
        lang,
        status,
        reading="、".join(dict.fromkeys(said.get("reading", []) + readings)),
        part_of_speech=_joined(said, "part of speech"),
        note="\n".join(note for note in notes if not _READING_NOTE.fullmatch(note)),
    )


def _joined(said: Said, place: str, between: str = "\n") -> str:
    return between.join(dict.fromkeys(said.get(place, [])))
