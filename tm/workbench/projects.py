"""Projects: making, opening, and what each of them reads and writes."""

from collections.abc import Sequence

from tm.errors import RequestError
from tm.model import Glossary, Memory, Project
from tm.store import Connection, Store
from tm.store import projects as stored

DEFAULT_NAME = "default"


def new_project(
    store: Store,
    name: str,
    *,
    client: str = "",
    source_lang: str = "ja",
    target_lang: str = "en",
    memory: str = "",
    references: Sequence[str] = (),
    glossaries: Sequence[str] = (),
    deadline: str = "",
) -> Project:
    """Make a project and open it.

    It writes to `memory` (one of its own name, made here, when none is given) and reads `references`, which it never
    changes; glossaries that do not exist are made. Memories and glossaries of another client are refused.

    Raises:
        RequestError: The name is taken, a reference memory does not exist, or something belongs to another client.
    """
    if not name.strip():
        raise RequestError("A project needs a name. Give one, for example: tm new tanaka-2026")
    with store.write() as connection:
        if stored.find_project(connection, name):
            raise RequestError(f"There is a project '{name}' already. Open it with: tm open {name}")
        own = _memory_to_write(connection, memory or name, client, (source_lang, target_lang))
        project_id = stored.add_project(
            connection, name, client=client, langs=(source_lang, target_lang), memory_id=own.id, deadline=deadline
        )
        read = [_memory_to_read(connection, each, client).id for each in references]
        stored.add_references(connection, project_id, read)
        used = [_glossary_to_use(connection, each, client).id for each in glossaries or (name,)]
        stored.add_glossaries(connection, project_id, used)
        stored.mark_opened(connection, project_id)
        return _stored(connection, name)


def list_projects(store: Store) -> list[Project]:
    """Give every project, the one opened last first."""
    with store.read() as connection:
        return stored.projects(connection)


def open_project(store: Store, name: str) -> Project:
    """Make a project the current one.

    Raises:
        RequestError: There is no such project.
    """
    with store.write() as connection:
        project = _stored(connection, name)
        stored.mark_opened(connection, project.id)
        return project


def current_project(store: Store) -> Project | None:
    """Give the project that was opened last, or None where there is none."""
    with store.read() as connection:
        return stored.last_opened(connection)


def default_project(store: Store) -> Project:
    """Give the project that was opened last; where there is none, make one named `default`."""
    return current_project(store) or new_project(store, DEFAULT_NAME)


def list_memories(store: Store) -> list[Memory]:
    """Give every memory with the number of its units."""
    with store.read() as connection:
        return stored.memories(connection)


def list_glossaries(store: Store) -> list[Glossary]:
    """Give every glossary with the number of its concepts."""
    with store.read() as connection:
        return stored.glossaries(connection)


def destination(project: Project) -> str:
    """Say where a confirm goes: the memory and whose it is."""
    return f"{project.memory.name} ({project.memory.client})" if project.memory.client else project.memory.name


def reading_order(project: Project) -> list[tuple[Memory, int]]:
    """Give the memories that a project reads, its own first, each with the penalty on its scores."""
    return [(project.memory, 0), *((each.memory, each.penalty) for each in project.references)]


def _stored(connection: Connection, name: str) -> Project:
    project = stored.find_project(connection, name)
    if project is None:
        raise RequestError(f"There is no project '{name}'. See them with: tm projects")
    return project


def _memory_to_write(connection: Connection, name: str, client: str, langs: tuple[str, str]) -> Memory:
    memory = stored.find_memory(connection, name)
    if memory is None:
        stored.add_memory(connection, name, client, *langs)
        memory = stored.find_memory(connection, name)
    if memory is None or memory.client != client:
        raise _foreign("memory", name, memory.client if memory else "")
    return memory


def _memory_to_read(connection: Connection, name: str, client: str) -> Memory:
    memory = stored.find_memory(connection, name)
    if memory is None:
        raise RequestError(f"There is no memory '{name}'. See them with: tm memories")
    if memory.client not in {client, ""}:
        raise _foreign("memory", name, memory.client)
    return memory


def _glossary_to_use(connection: Connection, name: str, client: str) -> Glossary:
    glossary = stored.find_glossary(connection, name)
    if glossary is None:
        stored.add_glossary(connection, name, client)
        glossary = stored.find_glossary(connection, name)
    if glossary is None or glossary.client not in {client, ""}:
        raise _foreign("glossary", name, glossary.client if glossary else "")
    return glossary


def _foreign(thing: str, name: str, client: str) -> RequestError:
    whose = f"belongs to the client '{client}'" if client else "belongs to no client"
    return RequestError(
        f"The {thing} '{name}' {whose}, and clients are never mixed unasked. "
        f"Choose another {thing}, or make the project for that client."
    )
