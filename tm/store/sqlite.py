"""Which SQLite library is used, whether it is safe, and how its connections are set up."""

import importlib
import sqlite3
import time
from dataclasses import dataclass
from types import ModuleType
from typing import Any

# "TMdb" as a number: what `PRAGMA application_id` of our files says.
APPLICATION_ID = 0x544D6462

BUSY_TIMEOUT = "PRAGMA busy_timeout=10000"

_SETTINGS = (
    BUSY_TIMEOUT,
    "PRAGMA synchronous=FULL",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    # Otherwise INSERT OR REPLACE would delete rows without asking the triggers that keep history.
    "PRAGMA recursive_triggers=ON",
)

_PATIENCE = 10.0


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


def set_up(connection: Any, *, foreign_keys: bool) -> None:  # noqa: ANN401 (a DBAPI connection)
    """Prepare a new connection: our own transactions, and every safeguard that SQLite forgets between connections."""
    connection.isolation_level = None
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")


def settle_journal(connection: Any, *, wal: bool) -> None:  # noqa: ANN401 (a DBAPI connection)
    """Put the database into WAL mode, or out of it; where it is so already nothing is written.

    SQLite does not wait here as it does elsewhere when another program does the same at the same moment, so we do.
    """
    wanted = "wal" if wal else "delete"
    deadline = time.monotonic() + _PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        try:
            connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()
        except connection.OperationalError as error:
            if "is locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return
