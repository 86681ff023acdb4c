"""Writing a file whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tm.errors import OutputError


@contextmanager
def atomic_write(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file when the block ends well, and leave no trace when it does not.

    The bytes go to a temporary file in the same folder, are forced to the disk, and take the name in one step: at any
    moment there is the old file, or none, or the new one whole. Without `force` an existing file is never replaced, not
    even one that appears meanwhile. A symbolic link stays one; what it points to is written.

    Raises:
        OutputError: The file exists and `force` is false, is no regular file, its folder is missing or read-only, or
            the disk is full.
    """
    target = Path(os.path.realpath(path))
    # A name may have 255 bytes, and a character of Japanese takes three.
    temporary = target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.part")
    try:
        _refuse(path, target, force=force)
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _name(temporary, target, force=force)
        _sync_folder(target.parent)
    except OSError as error:
        # What a caller does in the block may fail too, with files of its own.
        if error.filename not in {None, str(temporary), str(target)}:
            raise
        raise _plain(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse(path: Path, target: Path, *, force: bool) -> None:
    """Say early what would fail late."""
    if target.exists() and not target.is_file():
        raise OutputError(f"{path}: this is not a file that can be replaced. Choose another name.")
    if target.exists() and not force:
        raise _exists(path)
    if not target.parent.is_dir():
        raise OutputError(f"{path}: the folder {target.parent} does not exist. Make it, or choose another.")


def _name(temporary: Path, target: Path, *, force: bool) -> None:
    """Give the finished file its name in one step."""
    if force:
        with suppress(OSError):
            shutil.copymode(target, temporary)
        temporary.replace(target)
        return
    if os.name == "nt":
        # Windows renames onto no existing file.
        temporary.rename(target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has hard links: then the name is taken first, and the file put in its place.
        with target.open("xb"):
            temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _plain(path: Path, error: OSError) -> OutputError:
    if isinstance(error, FileExistsError):
        return _exists(path)
    if isinstance(error, PermissionError):
        return OutputError(f"{path}: the folder does not let you write there. Choose another, or ask for permission.")
    reason = (error.strerror or str(error)).lower()
    return OutputError(
        f"{path}: the file could not be written ({reason}). Nothing of it was kept; mend that, or choose another place."
    )


def _exists(path: Path) -> OutputError:
    return OutputError(f"{path}: the file exists already. Choose another name, or overwrite it with --force.")
