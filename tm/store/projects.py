"""Projects, memories and glossaries, and which project reads which."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from tm.model import Glossary, Memory, Project, ReferenceMemory
from tm.store.columns import AnyRow, now
from tm.store.tables import concept, glossary, memory, project, project_glossary, project_memory, unit
from tm.store.visibility import visible_units


def add_memory(connection: Connection, name: str, client: str, source_lang: str, target_lang: str) -> int:
    """Add an empty memory and give its id."""
    row = insert(memory).values(
        name=name, client=client, source_lang=source_lang, target_lang=target_lang, created_at=now()
    )
    return _new_id(connection.execute(row).inserted_primary_key)


def add_glossary(connection: Connection, name: str, client: str) -> int:
    """Add an empty glossary and give its id."""
    row = insert(glossary).values(name=name, client=client, created_at=now())
    return _new_id(connection.execute(row).inserted_primary_key)


def add_project(
    connection: Connection,
    name: str,
    *,
    client: str,
    langs: tuple[str, str],
    memory_id: int,
    deadline: str,
) -> int:
    """Add a project that writes to a memory, and give its id."""
    row = insert(project).values(
        name=name,
        client=client,
        source_lang=langs[0],
        target_lang=langs[1],
        memory_id=memory_id,
        deadline=deadline,
        created_at=now(),
    )
    return _new_id(connection.execute(row).inserted_primary_key)


def add_references(connection: Connection, project_id: int, memory_ids: Sequence[int], penalty: int = 0) -> None:
    """Let a project read more memories, after those it reads already."""
    for memory_id in memory_ids:
        priority = _count(connection, select(func.count()).where(project_memory.c.project_id == project_id))
        connection.execute(
            insert(project_memory).values(
                project_id=project_id, memory_id=memory_id, priority=priority, penalty=penalty
            )
        )


def add_glossaries(connection: Connection, project_id: int, glossary_ids: Sequence[int]) -> None:
    """Let a project use more glossaries, after those it uses already."""
    for glossary_id in glossary_ids:
        priority = _count(connection, select(func.count()).where(project_glossary.c.project_id == project_id))
        connection.execute(
            insert(project_glossary).values(project_id=project_id, glossary_id=glossary_id, priority=priority)
        )


def mark_opened(connection: Connection, project_id: int) -> None:
    """Make a project the one opened last."""
    connection.execute(update(project).where(project.c.id == project_id).values(opened_at=now()))


def memories(connection: Connection) -> list[Memory]:
    """Give every memory by name, with the number of its units."""
    counts: dict[int, int] = {
        row[0]: row[1]
        for row in connection.execute(
            select(unit.c.memory_id, func.count()).where(visible_units()).group_by(unit.c.memory_id)
        )
    }
    return [_memory(row, counts.get(row.id, 0)) for row in connection.execute(select(memory).order_by(memory.c.name))]


def find_memory(connection: Connection, name: str) -> Memory | None:
    """Find a memory by its name."""
    row = connection.execute(select(memory).where(memory.c.name == name)).first()
    return _memory(row) if row else None


def glossaries(connection: Connection) -> list[Glossary]:
    """Give every glossary by name, with the number of its concepts."""
    return [_glossary(row) for row in connection.execute(_glossaries().order_by(glossary.c.name))]


def find_glossary(connection: Connection, name: str) -> Glossary | None:
    """Find a glossary by its name."""
    row = connection.execute(_glossaries().where(glossary.c.name == name)).first()
    return _glossary(row) if row else None


def projects(connection: Connection) -> list[Project]:
    """Give every project, the one opened last first."""
    rows = connection.execute(select(project).order_by(project.c.opened_at.desc(), project.c.id.desc()))
    return [_project(connection, row) for row in rows.all()]


def find_project(connection: Connection, name: str) -> Project | None:
    """Find a project by its name."""
    row = connection.execute(select(project).where(project.c.name == name)).first()
    return _project(connection, row) if row else None


def last_opened(connection: Connection) -> Project | None:
    """Give the project that was opened last."""
    row = connection.execute(
        select(project).where(project.c.opened_at != "").order_by(project.c.opened_at.desc()).limit(1)
    ).first()
    return _project(connection, row) if row else None


def _project(connection: Connection, row: AnyRow) -> Project:
    """Read a project with the memories and glossaries it uses, in their order of priority."""
    own = connection.execute(select(memory).where(memory.c.id == row.memory_id)).one()
    references = connection.execute(
        select(memory, project_memory.c.priority, project_memory.c.penalty)
        .join(project_memory, project_memory.c.memory_id == memory.c.id)
        .where(project_memory.c.project_id == row.id)
        .order_by(project_memory.c.priority)
    )
    used = _glossaries().join(project_glossary, project_glossary.c.glossary_id == glossary.c.id)
    used = used.where(project_glossary.c.project_id == row.id).order_by(project_glossary.c.priority)
    return Project(
        id=row.id,
        name=row.name,
        client=row.client,
        source_lang=row.source_lang,
        target_lang=row.target_lang,
        memory=_memory(own),
        references=tuple(ReferenceMemory(_memory(one), one.priority, one.penalty) for one in references),
        glossaries=tuple(_glossary(one) for one in connection.execute(used)),
        deadline=row.deadline,
        version=row.version,
    )


def _memory(row: AnyRow, units: int = 0) -> Memory:
    return Memory(row.id, row.name, row.client, row.source_lang, row.target_lang, units)


def _glossaries() -> Select[Any]:
    """Select glossaries with the number of their concepts."""
    size = select(func.count()).where(concept.c.glossary_id == glossary.c.id).scalar_subquery()
    return select(glossary, size.label("concepts"))


def _glossary(row: AnyRow) -> Glossary:
    return Glossary(row.id, row.name, row.client, row.concepts)


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.execute(statement).scalar_one()


def _new_id(key: Any) -> int:  # noqa: ANN401 (SQLAlchemy gives the key of a row as a row of Any)
    return int(key[0])
