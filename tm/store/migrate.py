"""Bringing a database up to date: from nothing, or from an older version after a verified backup."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Connection, inspect, text

import tm
from tm.errors import StoreError
from tm.store import sqlite
from tm.store.columns import now

if TYPE_CHECKING:
    from alembic.config import Config

    from tm.store.engine import Store

# The newest revision in alembic/versions; they are numbered, so that older and newer can be told without Alembic.
SCHEMA = "0001"


def bring_up_to_date(store: "Store") -> None:
    """Create or migrate the tables where that is needed; a database that is up to date is only looked at.

    Raises:
        StoreError: The database is another program's, is newer than this one, or cannot be migrated; it is then as before.
    """
    with store.maintain() as connection:
        found = _revision(connection, store.path)
    if found == SCHEMA:
        return
    if found > SCHEMA:
        raise StoreError(
            f"{store.path}: this database was written by a newer Taiyaku (schema {found}, this one knows {SCHEMA}). "
            "Update Taiyaku, or name another database with --db."
        )
    if found:
        store.backup(_backup_place(store.path, found))
    with store.maintain() as connection:
        _migrate(connection, store.path)


def _revision(connection: Connection, path: Path) -> str:
    """Give the revision of a database; empty for a new one.

    Raises:
        StoreError: The file is another program's database.
    """
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if tables == 0:
        return ""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != sqlite.APPLICATION_ID:
        raise StoreError(f"{path}: this is another program's database. Name another file with --db.")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _migrate(connection: Connection, path: Path) -> None:
    """Run the migrations in one transaction, all or nothing; another program may have been quicker."""
    from alembic import command  # noqa: PLC0415 (most starts need no migration, and it takes a while to load)
    from tm.store.triggers import create_triggers, drop_triggers  # noqa: PLC0415 (as above)

    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        if _revision(connection, path) != SCHEMA:
            before = _counts(connection)
            drop_triggers(connection)
            command.upgrade(configuration(connection), "head")
            create_triggers(connection)
            _mark(connection)
            _verify(connection, before, path)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def configuration(connection: Connection | None = None) -> "Config":
    """Give Alembic's configuration, for a connection in a transaction or for Alembic's own command line."""
    from alembic.config import Config  # noqa: PLC0415 (most starts need no migration)

    config = Config()
    config.set_main_option("script_location", str(scripts()))
    config.attributes["connection"] = connection
    return config


def scripts() -> Path:
    """Give the folder of the migrations: inside the package when installed, beside it in a checkout."""
    package = Path(tm.__file__).parent
    installed = package / "_alembic"
    return installed if installed.is_dir() else package.parent / "alembic"


def _mark(connection: Connection) -> None:
    """Sign the database as ours, and give it a name of its own."""
    connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
    connection.execute(
        text("INSERT INTO identity (uuid, created_at) SELECT :uuid, :at WHERE NOT EXISTS (SELECT 1 FROM identity)"),
        {"uuid": uuid4().hex, "at": now()},
    )


def _counts(connection: Connection) -> dict[str, int]:
    """Count the rows of every table."""
    names = [name for name in inspect(connection).get_table_names() if name not in {"alembic_version", "identity"}]
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608 (names from the database itself)


def _verify(connection: Connection, before: dict[str, int], path: Path) -> None:
    """Look whether every row is still there and refers to rows that are.

    Raises:
        StoreError: Something is missing.
    """
    after = _counts(connection)
    lost = [name for name, count in before.items() if after.get(name) != count]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost or broken:
        what = f"rows of {', '.join(lost)} would be lost" if lost else f"{len(broken)} rows would refer to nothing"
        raise StoreError(
            f"{path}: the update was not carried out, as {what}. The database is as it was; please report it."
        )


def _backup_place(path: Path, revision: str) -> Path:
    folder = path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{folder}: no backup can be made before the update ({error.strerror}). Check the folder's permissions."
        ) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    return folder / f"{path.stem}-{revision}-{stamp}-{os.getpid()}.db"
