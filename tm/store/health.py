"""What `tm doctor` reports about the database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tm.store.engine import Store
from tm.store.mounts import file_system, read_mounts
from tm.store.triggers import TRIGGERS

_RESTORE = "Restore a backup."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, whether it is well, and what was seen."""

    name: str
    ok: bool
    detail: str


def check_database(store: Store) -> list[Check]:
    """Look at the library, the file and every page of it; a large database takes a while."""
    with store.read() as connection:
        return [
            _library(store),
            _file(store.path),
            _journal(store, connection),
            _integrity(connection),
            _references(connection),
            _triggers(connection),
        ]


def _library(store: Store) -> Check:
    remedy = "; two programs could lose commits in WAL mode, so WAL is off (install pysqlite3 for speed)"
    used = f"{store.library.name} {store.library.version_text}"
    return Check("sqlite", True, used if store.library.wal_is_safe else used + remedy)


def _file(path: Path) -> Check:
    kind = file_system(path, read_mounts())
    journal = path.with_name(f"{path.name}-wal")
    waiting = f" and {_megabytes(journal)} not yet moved in from the journal" if journal.exists() else ""
    return Check("database", True, f"{path} ({_megabytes(path)}{waiting}{', ' + kind if kind else ''})")


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1_000_000:.1f} MB"


def _journal(store: Store, connection: Connection) -> Check:
    mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())
    wanted = "wal" if store.library.wal_is_safe else "delete"
    if mode == wanted:
        return Check("journal", True, mode)
    return Check("journal", False, f"{mode}; expected {wanted}. Close other programs.")


def _integrity(connection: Connection) -> Check:
    try:
        said = "; ".join(str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)"))
    except DBAPIError as error:
        said = str(error.orig)
    return Check("integrity", said == "ok", said if said == "ok" else f"{said}. {_RESTORE}")


def _references(connection: Connection) -> Check:
    try:
        broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    except DBAPIError as error:
        return Check("references", False, f"{error.orig}. {_RESTORE}")
    detail = f"{broken} rows refer to rows that are not there. {_RESTORE}" if broken else "ok"
    return Check("references", not broken, detail)


def _triggers(connection: Connection) -> Check:
    """Look whether the triggers that write the history are all there: another tool may have dropped some."""
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    missing = sorted(TRIGGERS.keys() - there)
    detail = f"{', '.join(missing)} missing, so history has gaps. {_RESTORE}" if missing else "ok"
    return Check("history", not missing, detail)
