"""Units: what confirmed segments put into a memory, and how memories are read."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, case, delete, func, insert, or_, select, update

from tm.model import Status, Unit
from tm.store.columns import AnyRow, codes, hash_of, moment, now
from tm.store.tables import document, operation, project, segment, segment_version, unit
from tm.store.visibility import visible_units

_BATCH = 500


def settle_unit(connection: Connection, segment_id: int) -> int:
    """Make the memory hold what the segment stands for, and give the id of its unit (0: none).

    A segment stands for its last version that is not a draft and not undone: where that is confirmed or accepted, its
    unit is written or replaced in the memory of the document's project; otherwise its unit is withdrawn.
    """
    standing = _standing_version(connection, segment_id)
    old = connection.execute(select(unit.c.id).where(unit.c.segment_id == segment_id)).first()
    if standing is None or not Status(standing.status).done:
        connection.execute(delete(unit).where(unit.c.segment_id == segment_id))
        return 0
    values = _unit_values(connection, standing)
    if old is None:
        key = connection.execute(insert(unit).values(segment_id=segment_id, **values)).inserted_primary_key
        return int(key[0]) if key else 0
    kept = {name: value for name, value in values.items() if name not in {"created_at", "created_by"}}
    connection.execute(update(unit).where(unit.c.id == old.id).values(**kept, version=unit.c.version + 1))
    return int(old.id)


def _standing_version(connection: Connection, segment_id: int) -> AnyRow | None:
    """Give the last version of a segment that is neither a draft nor undone."""
    return connection.execute(
        select(segment_version)
        .outerjoin(operation, operation.c.id == segment_version.c.operation_id)
        .where(
            segment_version.c.segment_id == segment_id,
            segment_version.c.status != Status.DRAFT,
            or_(operation.c.id.is_(None), operation.c.undone_by.is_(None)),
        )
        .order_by(segment_version.c.version.desc())
        .limit(1)
    ).first()


def _unit_values(connection: Connection, standing: AnyRow) -> dict[str, object]:
    """Give the columns of the unit that a version of a segment makes."""
    place = connection.execute(
        select(segment.c.position, document.c.id, document.c.source_lang, document.c.target_lang, project.c.memory_id)
        .join(document, document.c.id == segment.c.document_id)
        .join(project, project.c.id == document.c.project_id)
        .where(segment.c.id == standing.segment_id)
    ).one()
    before, after = (_source_at(connection, place.id, place.position + step) for step in (-1, 1))
    moment_ = now()
    return {
        "memory_id": place.memory_id,
        "source_lang": place.source_lang,
        "target_lang": place.target_lang,
        "source": standing.source,
        "target": standing.target,
        "source_codes": standing.source_codes,
        "target_codes": standing.target_codes,
        "context_before": before,
        "context_after": after,
        "reviewed": standing.status == Status.ACCEPTED,
        "created_at": moment_,
        "created_by": standing.changed_by,
        "changed_at": moment_,
        "changed_by": standing.changed_by,
        "source_hash": hash_of(standing.source),
        "content_hash": hash_of(standing.source, standing.target, before, after),
    }


def _source_at(connection: Connection, document_id: int, position: int) -> str:
    row = connection.execute(
        select(segment.c.source).where(segment.c.document_id == document_id, segment.c.position == position)
    ).first()
    return str(row.source) if row else ""


def units_by_id(connection: Connection, ids: Sequence[int]) -> dict[int, Unit]:
    """Give units by their ids; those that are gone, or not complete yet, are left out."""
    found: dict[int, Unit] = {}
    for start in range(0, len(ids), _BATCH):
        where = and_(unit.c.id.in_(ids[start : start + _BATCH]), visible_units())
        found |= {one.id: one for one in _units(connection, _UNITS.where(where))}
    return found


def same_source(
    connection: Connection, memory_id: int, source: str, *, before: str, after: str, limit: int
) -> list[int]:
    """Give ids of units with just this source: those between the same neighbours first, then reviewed, then newer ones."""
    neighbours = case((and_(unit.c.context_before == before, unit.c.context_after == after), 0), else_=1)
    rows = connection.execute(
        select(unit.c.id)
        .where(
            unit.c.source_hash == hash_of(source),
            unit.c.source == source,
            unit.c.memory_id == memory_id,
            visible_units(),
        )
        .order_by(neighbours, unit.c.reviewed.desc(), unit.c.changed_at.desc(), unit.c.id)
        .limit(limit)
    )
    return list(rows.scalars())


def units_of(connection: Connection, memory_id: int) -> Iterator[tuple[Unit, str]]:
    """Give every unit of a memory with its extras, in order of its id; few are held at a time."""
    last = 0
    while True:
        rows = connection.execute(
            _UNITS.add_columns(unit.c.extras)
            .where(unit.c.memory_id == memory_id, unit.c.id > last, visible_units())
            .order_by(unit.c.id)
            .limit(_BATCH)
        ).all()
        if not rows:
            return
        for row in rows:
            yield _unit(row), row.extras
        last = rows[-1].id


def sources_of(connection: Connection, memory_id: int, lang: str) -> Iterator[tuple[int, str]]:
    """Give id and text in a language, source or target, of every unit of a memory that has both, in order of id."""
    wanted = lang.split("-", maxsplit=1)[0].lower()
    text = case((func.lower(unit.c.source_lang).startswith(wanted), unit.c.source), else_=unit.c.target)
    rows = connection.execution_options(yield_per=10_000).execute(
        select(unit.c.id, text)
        .where(
            unit.c.memory_id == memory_id,
            unit.c.source != "",
            unit.c.target != "",
            or_(
                func.lower(unit.c.source_lang).startswith(wanted),
                func.lower(unit.c.target_lang).startswith(wanted),
            ),
            visible_units(),
        )
        .order_by(unit.c.id)
    )
    yield from ((unit_id, held) for unit_id, held in rows)


def texts_of(
    connection: Connection, memory_ids: Sequence[int], *, newest_first: bool = False
) -> Iterator[tuple[int, str, str, str, str]]:
    """Give id, source, its language, target and its language of every unit of memories, in order of id."""
    order = unit.c.id.desc() if newest_first else unit.c.id
    rows = connection.execution_options(yield_per=10_000).execute(
        select(unit.c.id, unit.c.source, unit.c.source_lang, unit.c.target, unit.c.target_lang)
        .where(unit.c.memory_id.in_(memory_ids), visible_units())
        .order_by(order)
    )
    yield from map(tuple, rows)


_UNITS = (
    select(
        unit.c.id,
        unit.c.memory_id,
        unit.c.source,
        unit.c.target,
        unit.c.source_lang,
        unit.c.target_lang,
        unit.c.source_codes,
        unit.c.target_codes,
        unit.c.context_before,
        unit.c.context_after,
        unit.c.reviewed,
        unit.c.created_at,
        unit.c.created_by,
        unit.c.changed_at,
        unit.c.changed_by,
        unit.c.usage_count,
        document.c.name.label("document"),
    )
    .outerjoin(segment, segment.c.id == unit.c.segment_id)
    .outerjoin(document, document.c.id == segment.c.document_id)
)


def _units(connection: Connection, statement: Select[Any]) -> list[Unit]:
    return [_unit(row) for row in connection.execute(statement)]


def _unit(row: AnyRow) -> Unit:
    return Unit(
        id=row.id,
        memory_id=row.memory_id,
        source=row.source,
        target=row.target,
        source_lang=row.source_lang,
        target_lang=row.target_lang,
        source_codes=codes(row.source_codes),
        target_codes=codes(row.target_codes),
        before=row.context_before,
        after=row.context_after,
        reviewed=row.reviewed,
        created_at=moment(row.created_at),
        created_by=row.created_by,
        changed_at=moment(row.changed_at),
        changed_by=row.changed_by,
        usage_count=row.usage_count,
        document=row.document or "",
    )
