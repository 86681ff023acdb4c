"""What went wrong in the database, as plain sentences with the place and the remedy."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from tm.errors import StoreError

# The first that occurs in the driver's words is meant.
_SENTENCES = {
    "is locked": "another program holds the database. Close it, or try again in a moment.",
    "database or disk is full": "the disk is full. Make room; nothing that was stored is lost.",
    "disk I/O error": "the disk cannot be read or written. Check it, then run: tm doctor",
    "readonly database": "the database cannot be written. Check the permissions of the file and its folder.",
    "unable to open database file": "the database cannot be opened. Check the folder and its permissions.",
    "file is not a database": "this is not a Taiyaku database. Name another file with --db.",
    "malformed": "the database is damaged. Run tm doctor, and restore a backup from the folder backups beside it.",
    "interrupted": "the work was interrupted; nothing of it was stored.",
}


def fault(error: DBAPIError, path: Path) -> StoreError:
    """Give the error that users see for one of the driver's."""
    said = str(error.orig)
    for words, sentence in _SENTENCES.items():
        if words in said:
            return StoreError(f"{path}: {sentence}")
    return StoreError(f"{path}: the database refused the request ({said}). Run tm doctor.")
