"""The store: one database, opened with three engines.

Readers begin plainly and cannot write; writers begin with `BEGIN IMMEDIATE`, so that a read followed by a write is never
overtaken by another program; maintenance begins nothing by itself, as `VACUUM INTO`, pragmas and migrations need it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from tm.errors import StoreError
from tm.store import sqlite
from tm.store.faults import fault
from tm.store.locks import begin_immediate
from tm.store.mounts import refuse_network_folder
from tm.store.tables import identity


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
        self._reader = self._engine(_begin_reading, query_only=True)
        self._writer = self._engine(begin_immediate)
        self._maintenance = self._engine(None)
        self._watch_lock = Lock()
        self._watch: Connection | None = None

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
        refuse_network_folder(path)
        if not _is_database(path):
            _make_room(path, create=create)
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
                self._watch = self._reader.connect()
            with self._watch.begin():
                return int(self._watch.exec_driver_sql("PRAGMA data_version").scalar_one())

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

    def _engine(self, begin: Callable[[Connection], None] | None, *, query_only: bool = False) -> Engine:
        """Make an engine that begins its transactions in its own way; without one it is for maintenance."""
        engine = create_engine(
            URL.create("sqlite", database=str(self.path)),
            module=self.library.module,
            poolclass=QueuePool if begin else NullPool,
            connect_args={"check_same_thread": False},
        )

        def connected(connection: Any, _record: object) -> None:  # noqa: ANN401 (a DBAPI connection)
            sqlite.set_up(connection, foreign_keys=begin is not None)
            if begin:
                sqlite.settle_journal(connection, wal=self.library.wal_is_safe)
            if query_only:
                connection.execute("PRAGMA query_only=ON")

        event.listen(engine, "connect", connected)
        if begin:
            event.listen(engine, "begin", begin)
        return engine

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with _told(self.path), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _connected(self, engine: Engine) -> Iterator[Connection]:
        with _told(self.path), engine.connect() as connection:
            yield connection


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


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


def _is_database(path: Path) -> bool:
    """Tell whether there is a database already, before SQLite gets to touch the file; an empty file is none yet.

    Raises:
        StoreError: There is something else of that name, or it cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise StoreError(f"{path}: this is not a file. Name a database file with --db.")
        with path.open("rb") as stream:
            magic = stream.read(16)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"{path}: the database cannot be read ({error.strerror}). Check its permissions.") from error
    if magic and magic != b"SQLite format 3\x00":
        raise StoreError(f"{path}: this is not a Taiyaku database. Name another file with --db.")
    return bool(magic)


def _make_room(path: Path, *, create: bool) -> None:
    """Make the folder of a new database.

    Raises:
        StoreError: No new database is wanted, or its folder cannot be made.
    """
    if not create:
        raise StoreError(f"{path}: there is no such database. Check the name, or make one with: tm new NAME")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path.parent}: the folder cannot be made ({error.strerror}). Name another place with --db."
        ) from error
