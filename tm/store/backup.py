"""Backups: a copy made by SQLite itself, checked, made durable, and only then given its name."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from tm.errors import StoreError

if TYPE_CHECKING:
    from tm.store.engine import Store


def back_up(store: "Store", target: Path) -> None:
    """Write a verified copy of an open database.

    Raises:
        StoreError: The target exists or cannot be written, or the copy is not whole; nothing is left behind then.
    """
    target = target.absolute()
    if target.exists():
        raise StoreError(f"{target}: there is something of that name already. Choose another name.")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        _copy(store, part)
        _check(store, part)
        _make_durable(part)
        os.link(part, target)
    except FileExistsError:
        raise StoreError(f"{target}: there is something of that name already. Choose another name.") from None
    except OSError as error:
        raise StoreError(f"{target}: the backup cannot be written ({error.strerror}). Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


def _copy(store: "Store", part: Path) -> None:
    with store.maintain() as connection:
        try:
            connection.exec_driver_sql("VACUUM INTO ?", (str(part),))
        except DBAPIError as error:
            raise StoreError(
                f"{part.parent}: the backup cannot be written ({error.orig}). Check the folder, or choose another place."
            ) from error


def _check(store: "Store", part: Path) -> None:
    copy = store.library.module.connect(part)
    try:
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if said != "ok":
        raise StoreError(f"{store.path}: the copy is not whole ({said}). Run tm doctor, and keep your older backups.")


def _make_durable(part: Path) -> None:
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
