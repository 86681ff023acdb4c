"""Concepts and terms."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from glossary.model import Concept, Term, TermStatus
from tm.store.columns import AnyRow, now
from tm.store.tables import concept, glossary, term


def add_concepts(connection: Connection, glossary_id: int, concepts: Sequence[Concept], by: str) -> list[int]:
    """Add concepts with their terms to a glossary, and give their ids."""
    return [_add_concept(connection, glossary_id, one, by) for one in concepts]


def _add_concept(connection: Connection, glossary_id: int, one: Concept, by: str) -> int:
    row = insert(concept).values(
        glossary_id=glossary_id,
        domain=one.domain,
        definition=one.definition,
        note=one.note,
        source=one.source,
        changed_at=now(),
        changed_by=by,
    )
    key = connection.execute(row).inserted_primary_key
    concept_id = int(key[0]) if key else 0
    if one.terms:
        connection.execute(insert(term), [_term_row(concept_id, each) for each in one.terms])
    return concept_id


def _term_row(concept_id: int, one: Term) -> dict[str, object]:
    return {
        "concept_id": concept_id,
        "lang": one.lang,
        "text": one.text,
        "status": one.status,
        "reading": one.reading,
        "part_of_speech": one.part_of_speech,
        "note": one.note,
    }


def concepts_of(connection: Connection, glossary_ids: Sequence[int], after: int = 0) -> list[Concept]:
    """Give the concepts of glossaries whose id is above `after`: in the order of the glossaries, then of their ids."""
    place = {glossary_id: number for number, glossary_id in enumerate(glossary_ids)}
    rows = connection.execute(
        select(concept, glossary.c.name)
        .join(glossary, glossary.c.id == concept.c.glossary_id)
        .where(concept.c.glossary_id.in_(glossary_ids), concept.c.id > after)
        .order_by(concept.c.id)
    ).all()
    terms: dict[int, list[Term]] = {}
    mine = select(concept.c.id).where(concept.c.glossary_id.in_(glossary_ids), concept.c.id > after)
    for row in connection.execute(select(term).where(term.c.concept_id.in_(mine)).order_by(term.c.id)):
        terms.setdefault(row.concept_id, []).append(_term(row))
    ordered = sorted(rows, key=lambda row: place[row.glossary_id])
    return [_concept(row, terms.get(row.id, [])) for row in ordered]


def remove_concept(connection: Connection, concept_id: int) -> None:
    """Delete a concept with its terms."""
    connection.execute(delete(term).where(term.c.concept_id == concept_id))
    connection.execute(delete(concept).where(concept.c.id == concept_id))


def state_of(connection: Connection, glossary_ids: Sequence[int]) -> tuple[int, int, str]:
    """Give a mark that changes whenever a concept of the glossaries is added, changed or deleted."""
    row = connection.execute(
        select(func.count(), func.max(concept.c.id), func.max(concept.c.changed_at)).where(
            concept.c.glossary_id.in_(glossary_ids)
        )
    ).one()
    return row[0], row[1] or 0, row[2] or ""


def _concept(row: AnyRow, terms: Sequence[Term]) -> Concept:
    return Concept(
        terms=tuple(terms),
        domain=row.domain,
        definition=row.definition,
        note=row.note,
        source=row.source,
        glossary=row.name,
        id=row.id,
    )


def _term(row: AnyRow) -> Term:
    return Term(
        text=row.text,
        lang=row.lang,
        status=TermStatus(row.status),
        reading=row.reading,
        part_of_speech=row.part_of_speech,
        note=row.note,
        id=row.id,
    )
