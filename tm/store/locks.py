"""Waiting for SQLite's one writer: another program's work is waited for, never shown as an error."""

import time

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tm.store import sqlite

_PATIENCE = 60.0

# SQLite's own waiting grows to a tenth of a second between two looks, and misses the gaps between an import's batches.
_LOOK_OFTEN = "PRAGMA busy_timeout=20"


def begin_immediate(connection: Connection) -> None:
    """Begin a transaction that holds the write lock from its start, so that what it reads cannot change under it.

    Raises:
        DBAPIError: The lock was not free within a minute, or the database cannot be written at all.
    """
    deadline = time.monotonic() + _PATIENCE
    connection.exec_driver_sql(_LOOK_OFTEN)
    try:
        while not _begun(connection, deadline):
            pass
    finally:
        connection.exec_driver_sql(sqlite.BUSY_TIMEOUT)


def is_busy(error: DBAPIError) -> bool:
    """Tell whether another connection's lock is all that is wrong."""
    return "is locked" in str(error.orig)


def _begun(connection: Connection, deadline: float) -> bool:
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except DBAPIError as error:
        if not is_busy(error) or time.monotonic() > deadline:
            raise
        return False
    return True
