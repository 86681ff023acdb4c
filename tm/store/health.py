"""What `tm doctor` reports about the database."""

from dataclasses import dataclass

from sqlalchemy import Connection

from tm.store.engine import Store
from tm.store.mounts import file_system, read_mounts


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, whether it is well, and what was seen."""

    name: str
    ok: bool
    detail: str


def check_database(store: Store) -> list[Check]:
    """Look at the library, the file and every page of it; a large database takes a while."""
    with store.maintain() as connection:
        return [
            _library(store),
            _file(store),
            _journal(store, connection),
            _integrity(connection),
            _references(connection),
        ]


def _library(store: Store) -> Check:
    safe = store.library.wal_is_safe
    remedy = (
        "" if safe else "; two programs could lose commits in WAL mode, so WAL is off (install pysqlite3 for speed)"
    )
    return Check("sqlite", True, f"{store.library.name} {store.library.version_text}{remedy}")


def _file(store: Store) -> Check:
    size = store.path.stat().st_size / 1_000_000
    kind = file_system(store.path, read_mounts())
    return Check("database", True, f"{store.path} ({size:.1f} MB{', ' + kind if kind else ''})")


def _journal(store: Store, connection: Connection) -> Check:
    mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())
    wanted = "wal" if store.library.wal_is_safe else "delete"
    return Check(
        "journal", mode == wanted, mode if mode == wanted else f"{mode}; expected {wanted}. Close other programs."
    )


def _integrity(connection: Connection) -> Check:
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    ok = said == ["ok"]
    return Check("integrity", ok, "ok" if ok else "; ".join(said) + ". Restore a backup.")


def _references(connection: Connection) -> Check:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ok = not broken
    return Check(
        "references", ok, "ok" if ok else f"{len(broken)} rows refer to rows that are not there. Restore a backup."
    )
