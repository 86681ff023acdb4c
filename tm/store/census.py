"""What a migration must not lose: rows, the rows they refer to, and the knowledge of which ids were given out."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, inspect, text

# Alembic's own table, and the one that a first migration fills.
_UNCOUNTED = {"alembic_version", "identity"}


@dataclass(frozen=True, slots=True)
class Census:
    """The number of rows of every table, the tables that never reuse an id, and the highest id that each gave out."""

    rows: dict[str, int]
    autoincrement: frozenset[str]
    last_ids: dict[str, int]

    @classmethod
    def take(cls, connection: Connection) -> Self:
        """Count everything."""
        names = inspect(connection).get_table_names()
        rows = {name: _count(connection, name) for name in names if name not in _UNCOUNTED}
        return cls(rows, _autoincrement(connection), _last_ids(connection))


def restore_last_ids(connection: Connection, before: Census) -> None:
    """Make sure that no id is given out again: a table that was rebuilt remembers only the rows that it still had."""
    now = _last_ids(connection)
    for name in before.last_ids.keys() & set(inspect(connection).get_table_names()):
        values = {"name": name, "seq": max(before.last_ids[name], now.get(name, 0))}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), values)


def losses(connection: Connection, before: Census) -> str:
    """Say what is missing now, in a few words; nothing is an empty text."""
    after = Census.take(connection)
    fewer = [name for name, count in before.rows.items() if after.rows.get(name) != count]
    if fewer:
        return f"rows of {', '.join(fewer)} would be lost"
    forgetful = before.autoincrement - after.autoincrement
    if forgetful:
        return f"{', '.join(sorted(forgetful))} would give out the ids of deleted rows again"
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return f"{len(broken)} rows would refer to nothing" if broken else ""


def _count(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608 (a name from the database itself)


def _autoincrement(connection: Connection) -> frozenset[str]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return frozenset(connection.exec_driver_sql(tables).scalars())


def _last_ids(connection: Connection) -> dict[str, int]:
    """Read SQLite's own table of used ids, which exists once a table with AUTOINCREMENT does."""
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").first():
        return {}
    return {row.name: row.seq for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")}
