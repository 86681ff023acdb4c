"""The store: one database, opened with three engines.

Readers begin plainly and cannot write; writers begin with `BEGIN IMMEDIATE`, so that a read followed by a write is never
overtaken by another program; maintenance begins nothing by itself, as `VACUUM INTO`, pragmas and migrations need it.
"""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from tm.errors import StoreError
from tm.store import sqlite
from tm.store.faults import fault, is_busy
from tm.store.mounts import refuse_network_folder
from tm.store.tables import identity

_PATIENCE = 60.0


class Store:
    """An open database.

    Attributes:
        path: The database file.
        user: The name that edits carry.
        library: The SQLite library in use.
    """

    def __init__(self, path: Path, user: str, library: sqlite.Library) -> None:
        self.path = path
        self.user = user
        self.library = library
        self._reader = self._engine("BEGIN", query_only=True)
        self._writer = self._engine("BEGIN IMMEDIATE")
        self._maintenance = self._engine("")
        self._watch_lock = Lock()
        self._watch: Any = None

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        user: str = "",
        create: bool = True,
        library: sqlite.Library | None = None,
    ) -> Self:
        """Open a database file; a new one is made, an older one is brought up to date after a verified backup.

        Raises:
            StoreError: It is not there (and `create` is false), not ours, newer than the program, damaged, locked, read-only,
                or on a network file system.
        """
        from tm.store.migrate import bring_up_to_date  # noqa: PLC0415 (it opens stores itself)

        path = _file(location)
        if not path.exists() and not create:
            raise StoreError(f"{path}: there is no such database. Check the name, or make one with: tm new NAME")
        refuse_network_folder(path)
        _refuse_other_files(path)
        _make_folder(path)
        store = cls(path, user, library or sqlite.library())
        try:
            bring_up_to_date(store)
        except BaseException:
            store.close()
            raise
        return store

    def read(self) -> AbstractContextManager[Connection]:
        """Give a connection in a read transaction: one unchanging view of the database; writing is refused."""
        return self._transaction(self._reader)

    def write(self) -> AbstractContextManager[Connection]:
        """Give a connection in a write transaction: committed at the end of the block, rolled back on an error.

        Raises:
            StoreError: The database cannot be written; another program's lock is waited for, a minute at most.
        """
        return self._transaction(self._writer)

    def maintain(self) -> AbstractContextManager[Connection]:
        """Give a connection outside any transaction, without foreign keys; for migrations, backups and checks."""
        return self._connected(self._maintenance)

    def data_version(self) -> int:
        """Give a number that changes whenever anybody commits to the database, this program included.

        It is asked on a connection that never writes, as SQLite tells a connection only of others' commits.
        """
        with self._watch_lock, _told(self.path):
            if self._watch is None:
                self._watch = self._reader.raw_connection()
            return int(self._watch.cursor().execute("PRAGMA data_version").fetchone()[0])

    @property
    def uuid(self) -> str:
        """The database's own name, kept by copies and backups."""
        with self.read() as connection:
            return str(connection.execute(select(identity.c.uuid)).scalar_one())

    def backup(self, target: Path) -> None:
        """Write a verified copy of the database; what exists is never overwritten.

        Raises:
            StoreError: The target exists or cannot be written, or the copy is not whole.
        """
        from tm.store.backup import back_up  # noqa: PLC0415 (only this needs it)

        back_up(self, target)

    def close(self) -> None:
        """Close every connection."""
        with self._watch_lock:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        for engine in (self._reader, self._writer, self._maintenance):
            engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _engine(self, begin: str, *, query_only: bool = False) -> Engine:
        maintenance = not begin
        engine = create_engine(
            f"sqlite:///{self.path}",
            module=self.library.module,
            poolclass=NullPool if maintenance else QueuePool,
            connect_args={"check_same_thread": False, "timeout": 10},
        )

        def connected(connection: Any, _record: object) -> None:  # noqa: ANN401 (a DBAPI connection)
            sqlite.set_up(connection, wal=self.library.wal_is_safe, foreign_keys=not maintenance, query_only=query_only)

        def begun(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine, "connect", connected)
        if begin:
            event.listen(engine, "begin", begun)
        return engine

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with _told(self.path), engine.connect() as connection:
            _begin_patiently(connection)
            yield connection
            connection.commit()

    @contextmanager
    def _connected(self, engine: Engine) -> Iterator[Connection]:
        with _told(self.path), engine.connect() as connection:
            yield connection


def _begin_patiently(connection: Connection) -> None:
    """Begin, waiting for another program's write to end: a lock is its business, never an error of the user's."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.begin()
        except DBAPIError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
            connection.rollback()
        else:
            return


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn errors of the driver into plain sentences."""
    try:
        yield
    except DBAPIError as error:
        raise fault(error, path) from error


def _file(location: str | Path) -> Path:
    """Give the file that a path or a SQLite URL names.

    Raises:
        StoreError: It is the URL of another kind of database.
    """
    text = str(location)
    if text.startswith("sqlite:///"):
        return Path(text.removeprefix("sqlite:///")).expanduser().absolute()
    if "://" in text:
        raise StoreError(f"{text}: only SQLite databases can be opened so far. Name a file, or sqlite:///FILE.")
    return Path(text).expanduser().absolute()


def _refuse_other_files(path: Path) -> None:
    """Refuse a file that is no SQLite database, before SQLite gets to touch it."""
    try:
        if path.is_dir():
            raise StoreError(f"{path}: this is a folder. Name a file in it.")
        if not path.exists() or path.stat().st_size == 0:
            return
        with path.open("rb") as stream:
            magic = stream.read(16)
    except OSError as error:
        raise StoreError(f"{path}: the database cannot be read ({error.strerror}). Check its permissions.") from error
    if magic != b"SQLite format 3\x00":
        raise StoreError(f"{path}: this is not a Taiyaku database. Name another file with --db.")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path.parent}: the folder cannot be made ({error.strerror}). Name another place with --db."
        ) from error
