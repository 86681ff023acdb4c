"""Checks of a translation: what a reviewer would mark before reading a word of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tm.model import Document, Project
from tm.store import Store, documents
from tm.workbench.terms import concepts_of

if TYPE_CHECKING:
    from glossary import TermChecker


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in a segment.

    Attributes:
        segment: Its position, from 1.
        check: What was checked: `missing term`, `forbidden term`, `inconsistent term`.
        severity: How much it matters.
        message: A plain sentence.
        start: Offset of the place: in the source for a missing term, in the target for a forbidden one.
        end: Offset after it.
    """

    segment: int
    check: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0


def check(store: Store, project: Project, document: Document) -> list[Finding]:
    """Check the translated segments of a document against the project's glossaries, in order of the segments.

    A term counts as missing at its first mention only, where neither a rendering nor an admitted one is there; a forbidden
    rendering counts wherever its term is; a term rendered in several ways is told once for each rendering but the first.
    """
    from glossary import TermChecker  # noqa: PLC0415 (the screens start without the checks)

    with store.read() as connection:
        records = documents.segments_between(connection, document.id, 1, 2**31 - 1)
    pairs = [(one.source, one.target) for one in records]
    checker = TermChecker(concepts_of(store, project), project.source_lang, project.target_lang)
    return sorted(
        [*_rendered_wrongly(checker, pairs), *_rendered_differently(checker, pairs)], key=lambda one: one.segment
    )


def _rendered_wrongly(checker: "TermChecker", pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    from glossary import TermFault  # noqa: PLC0415 (as above)

    return [
        Finding(
            number,
            f"{one.fault} term",
            Severity.ERROR if one.fault is TermFault.FORBIDDEN else Severity.WARNING,
            one.message,
            one.start,
            one.end,
        )
        for number, found in enumerate(checker.check_document(pairs), start=1)
        for one in found
    ]


def _rendered_differently(checker: "TermChecker", pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    findings = []
    for term, renderings in checker.renderings(pairs).items():
        first, *others = sorted(renderings.items(), key=lambda item: item[1][0])
        for rendering, numbers in others:
            message = f"“{term}” is “{rendering}” here and “{first[0]}” in segment {first[1][0]}."
            findings.append(Finding(numbers[0], "inconsistent term", Severity.WARNING, message))
    return findings
