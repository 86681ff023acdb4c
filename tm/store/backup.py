"""Backups: a copy made by SQLite itself, checked, made durable, and only then given its name."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

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
        raise _taken(target)
    part = target.with_name(f"{target.name}.{uuid4().hex[:8]}.part")
    try:
        _copy(store, part)
        _check(store, part)
        _make_durable(part)
        _publish(part, target)
    except FileExistsError:
        raise _taken(target) from None
    except OSError as error:
        raise StoreError(f"{target}: the backup cannot be written ({error.strerror}). Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


def _taken(target: Path) -> StoreError:
    return StoreError(f"{target}: there is something of that name already. Choose another name.")


def _copy(store: "Store", part: Path) -> None:
    with store.maintain() as connection:
        try:
            connection.exec_driver_sql("VACUUM INTO ?", (str(part),))
        except DBAPIError as error:
            raise StoreError(
                f"{part.parent}: the backup cannot be written ({error.orig}). Check the folder, or choose another place."
            ) from error


def _check(store: "Store", part: Path) -> None:
    """Read the whole copy.

    Raises:
        StoreError: It is not whole.
    """
    try:
        copy = store.library.module.connect(part)
        try:
            said = copy.execute("PRAGMA integrity_check").fetchone()[0]
        finally:
            copy.close()
    except store.library.module.Error as error:
        said = str(error)
    if said != "ok":
        raise StoreError(f"{store.path}: the copy is not whole ({said}). Run tm doctor, and keep your older backups.")


def _make_durable(part: Path) -> None:
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def _publish(part: Path, target: Path) -> None:
    """Give the copy its name, unless something of that name has come up in the meantime.

    Raises:
        FileExistsError: It has.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick knows no second names for a file; there the name is taken first, and then replaced.
        target.touch(exist_ok=False)
        part.replace(target)
