"""Which SQLite library is used, whether it is safe, and how its connections are set up."""

import importlib
import sqlite3
from dataclasses import dataclass
from types import ModuleType
from typing import Any

# "TMdb" as a number: what `PRAGMA application_id` of our files says.
APPLICATION_ID = 0x544D6462

_SETTINGS = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA synchronous=FULL",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


@dataclass(frozen=True, slots=True)
class Library:
    """A SQLite library at run time."""

    module: ModuleType
    name: str
    version: tuple[int, ...]

    @property
    def wal_is_safe(self) -> bool:
        """Whether two processes can write in WAL mode without ever losing a commit."""
        return wal_is_safe(self.version)

    @property
    def version_text(self) -> str:
        """Give the version as people write it."""
        return ".".join(map(str, self.version))


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether a version is free of the WAL-reset fault (sqlite.org, release notes of 3.51.3).

    From 3.7.0 to 3.51.2 a commit can be lost when two processes write and checkpoint at the same instant; 3.50.7 and
    3.44.6 have the repair too.
    """
    return (
        version >= (3, 51, 3) or version < (3, 7, 0) or _patched(version, (3, 50, 7)) or _patched(version, (3, 44, 6))
    )


def _patched(version: tuple[int, ...], repaired: tuple[int, ...]) -> bool:
    return version[:2] == repaired[:2] and version >= repaired


def library() -> Library:
    """Give pysqlite3, which carries a recent SQLite, where it is installed; otherwise what Python came with."""
    try:
        module = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return Library(sqlite3, "sqlite3", sqlite3.sqlite_version_info)
    return Library(module, "pysqlite3", tuple(module.sqlite_version_info))


def set_up(connection: Any, *, wal: bool, foreign_keys: bool, query_only: bool) -> None:  # noqa: ANN401 (a DBAPI connection)
    """Prepare a new connection: our own transactions, and every safeguard that SQLite forgets between connections."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(setting)
    cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    wanted = "wal" if wal else "delete"
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        cursor.execute(f"PRAGMA journal_mode={wanted}")
    if query_only:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()
