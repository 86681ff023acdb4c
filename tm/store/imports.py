"""Imports of units: written in small batches, seen by nobody until the last small transaction."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from tm.model import ExchangeHeader
from tm.store.columns import now
from tm.store.tables import change_log, import_run, unit

# A confirm in another program never waits longer than one batch takes to write.
BATCH = 1000


@dataclass(frozen=True, slots=True)
class ImportRun:
    """An import that is under way, or complete."""

    id: int
    memory_id: int
    path: str
    header: str


def start_import(connection: Connection, memory_id: int, *, path: str, file_format: str, header: str, by: str) -> int:
    """Note down that an import begins, and give its id."""
    row = insert(import_run).values(
        memory_id=memory_id,
        path=path,
        format=file_format,
        header=header,
        started_at=now(),
        by=by,
        completed_at="",
        owner=_this_process(),
    )
    key = connection.execute(row).inserted_primary_key
    return int(key[0]) if key else 0


_COLUMNS = (
    "memory_id",
    "source_lang",
    "target_lang",
    "source",
    "target",
    "source_codes",
    "target_codes",
    "context_before",
    "context_after",
    "created_at",
    "created_by",
    "changed_at",
    "changed_by",
    "usage_count",
    "extras",
    "source_hash",
    "content_hash",
    "import_id",
)


def add_units(connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """Write imported units; each row has the values of `_COLUMNS` in their order.

    The rows go to the driver as they are: through SQLAlchemy's own compilation they take several times as long.
    """
    names = ", ".join(_COLUMNS)
    marks = ", ".join("?" if connection.dialect.paramstyle == "qmark" else "%s" for _ in _COLUMNS)
    connection.exec_driver_sql(f"INSERT INTO unit ({names}) VALUES ({marks})", list(rows))  # noqa: S608 (fixed names)


def known_hashes(connection: Connection, memory_id: int, hashes: Sequence[int], import_id: int) -> set[int]:
    """Give those of the hashes whose unit is in the memory already, or came earlier in this import."""
    unfinished = select(import_run.c.id).where(import_run.c.completed_at == "", import_run.c.id != import_id)
    rows = connection.execute(
        select(unit.c.content_hash).where(
            unit.c.memory_id == memory_id,
            unit.c.content_hash.in_(hashes),
            func.coalesce(unit.c.import_id, 0).not_in(unfinished),
        )
    )
    return set(rows.scalars())


def complete_import(connection: Connection, import_id: int) -> None:
    """Make the units of an import visible, all at once."""
    connection.execute(update(import_run).where(import_run.c.id == import_id).values(completed_at=now()))
    connection.execute(insert(change_log).values(import_id=import_id, operation="import", nonce=os.urandom(16).hex()))


def drop_batch(connection: Connection, import_id: int) -> int:
    """Delete some units of an import that is given up; gives how many, 0 when the import is gone whole."""
    some = select(unit.c.id).where(unit.c.import_id == import_id).limit(BATCH)
    deleted = connection.execute(delete(unit).where(unit.c.id.in_(some))).rowcount
    if deleted == 0:
        connection.execute(delete(import_run).where(import_run.c.id == import_id, import_run.c.completed_at == ""))
    return deleted


def abandoned_imports(connection: Connection) -> list[int]:
    """Give the imports that were begun on this machine by a program that runs no more."""
    rows = connection.execute(select(import_run.c.id, import_run.c.owner).where(import_run.c.completed_at == ""))
    return [row.id for row in rows if not _alive(row.owner)]


def headers(connection: Connection, memory_id: int) -> list[str]:
    """Give the headers, as JSON, of the files whose import into a memory is complete."""
    rows = connection.execute(
        select(import_run.c.header)
        .where(import_run.c.memory_id == memory_id, import_run.c.completed_at != "")
        .order_by(import_run.c.id)
    )
    return list(rows.scalars())


def header_text(header: ExchangeHeader) -> str:
    """Write a header as JSON."""
    return json.dumps(asdict(header), ensure_ascii=False, separators=(",", ":"))


def _this_process() -> str:
    return f"{platform.node()}:{os.getpid()}"


def _alive(owner: str) -> bool:
    """Tell whether a program may still be running; one on another machine is given the benefit of the doubt."""
    node, _, pid = owner.rpartition(":")
    if node != platform.node():
        return True
    return _process_exists(int(pid))


def _process_exists(pid: int) -> bool:
    if os.name == "nt":
        return _windows_process_exists(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _windows_process_exists(pid: int) -> bool:
    """On Windows `os.kill` with 0 would end the process, so the system is asked by another call."""
    import ctypes  # noqa: PLC0415 (only Windows has this part of it)

    library: Any = ctypes
    handle = library.windll.kernel32.OpenProcess(0x1000, 0, pid)
    if not handle:
        return False
    library.windll.kernel32.CloseHandle(handle)
    return True
