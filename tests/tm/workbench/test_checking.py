"""Checks: what a reviewer would mark before reading."""

from glossary.model import Concept, Term, TermStatus
from tm.model import Document, Project
from tm.store import Store
from tm.workbench import add_concept, check, confirm, segments_page


def concept(source: str, target: str, *, admitted: str = "", forbidden: str = "") -> Concept:
    terms = [Term(source, "ja"), Term(target, "en")]
    terms += [Term(admitted, "en", TermStatus.ADMITTED)] if admitted else []
    terms += [Term(forbidden, "en", TermStatus.FORBIDDEN)] if forbidden else []
    return Concept(tuple(terms))


def test_forbidden_missing_and_inconsistent_renderings_are_told(
    store: Store, project: Project, document: Document
) -> None:
    add_concept(store, project, concept("協議", "talks", admitted="consultations", forbidden="conference"))
    add_concept(store, project, concept("制裁", "sanctions", forbidden="punishment"))
    add_concept(store, project, concept("会合", "meeting"))
    targets = {
        1: "The talks were suspended on the second day.",
        3: "The lifting of punishment seems to be the issue.",
        4: "The consultations were suspended on the second day.",
        5: "The next session is in November.",
    }
    for position, target in targets.items():
        confirm(store, segments_page(store, document.id, position, 1)[0], target)
    told = {(one.segment, one.check) for one in check(store, project, document)}
    assert told == {(3, "forbidden term"), (4, "inconsistent term"), (5, "missing term")}


def test_open_segments_have_no_faults_yet(store: Store, project: Project, document: Document) -> None:
    add_concept(store, project, concept("協議", "talks"))
    assert check(store, project, document) == []
