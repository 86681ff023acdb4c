"""Bringing a database up to date: from nothing, or from an older version after a verified backup."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Connection, text

import tm
from tm.errors import StoreError
from tm.store import sqlite
from tm.store.census import Census, losses, restore_last_ids
from tm.store.columns import now
from tm.store.locks import begin_immediate

if TYPE_CHECKING:
    from alembic.config import Config

    from tm.store.engine import Store

# Alembic keeps what it is working on in variables of its modules.
_one_at_a_time = Lock()


def bring_up_to_date(store: "Store") -> None:
    """Create or migrate the tables where that is needed; a database that is up to date is only looked at.

    Raises:
        StoreError: The database is another program's, is newer than this one, or cannot be migrated; it is then as before.
    """
    known = newest_revision()
    with store.maintain() as connection:
        found = _revision(connection, store.path)
    if found == known:
        return
    if found > known:
        raise StoreError(
            f"{store.path}: this database was written by a newer Taiyaku (schema {found}, this one knows {known}). "
            "Update Taiyaku, or name another database with --db."
        )
    if found:
        store.backup(_backup_place(store.path, found))
    _migrate(store)


def newest_revision() -> str:
    """Give the newest revision that this program knows.

    The files of the migrations begin with their numbers, so that older and newer can be told without loading Alembic.
    """
    return max(file.name[:4] for file in (scripts() / "versions").glob("[0-9]*.py"))


def scripts() -> Path:
    """Give the folder of the migrations: inside the package when installed, beside it in a checkout."""
    package = Path(tm.__file__).parent
    installed = package / "_alembic"
    return installed if installed.is_dir() else package.parent / "alembic"


def _revision(connection: Connection, path: Path) -> str:
    """Give the revision of a database; empty for a new one.

    Raises:
        StoreError: The file is another program's database, or a part of it is missing.
    """
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not tables:
        return ""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != sqlite.APPLICATION_ID:
        raise StoreError(f"{path}: this is another program's database. Name another file with --db.")
    row = "alembic_version" in tables and connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    if not row:
        raise StoreError(f"{path}: the database does not say its version, so it is damaged. Restore a backup.")
    return str(row[0])


def _migrate(store: "Store") -> None:
    """Run the migrations in one transaction; an error, or the end of the program, leaves the database as it was."""
    with _one_at_a_time, store.maintain() as connection:
        sqlite.settle_journal(connection.connection.driver_connection, wal=store.library.wal_is_safe)
        begin_immediate(connection)
        # Another program may have been quicker.
        if _revision(connection, store.path) != newest_revision():
            _upgrade(connection, store.path)
        connection.commit()


def _upgrade(connection: Connection, path: Path) -> None:
    """Run the migrations, and see to it that nothing is lost.

    Raises:
        StoreError: Something would be lost.
    """
    from alembic import command  # noqa: PLC0415 (most starts need no migration, and it takes a while to load)
    from tm.store.triggers import create_triggers, drop_triggers  # noqa: PLC0415 (as above)

    before = Census.take(connection)
    drop_triggers(connection)
    command.upgrade(_configuration(connection), "head")
    restore_last_ids(connection, before)
    create_triggers(connection)
    _sign(connection)
    lost = losses(connection, before)
    if lost:
        raise StoreError(
            f"{path}: the update was not carried out, as {lost}. The database is as it was; please report it."
        )


def _configuration(connection: Connection) -> "Config":
    """Give Alembic's configuration for a connection that is in a transaction."""
    from alembic.config import Config  # noqa: PLC0415 (most starts need no migration)

    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _sign(connection: Connection) -> None:
    """Mark the database as ours, and give it a name of its own."""
    connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
    connection.execute(
        text("INSERT INTO identity (uuid, created_at) SELECT :uuid, :at WHERE NOT EXISTS (SELECT 1 FROM identity)"),
        {"uuid": uuid4().hex, "at": now()},
    )


def _backup_place(path: Path, revision: str) -> Path:
    """Name a new file in the folder for backups beside the database.

    Raises:
        StoreError: The folder cannot be made.
    """
    folder = path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{folder}: no backup can be made before the update ({error.strerror}). Check the folder's permissions."
        ) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    return folder / f"{path.stem}-{revision}-{stamp}.db"
