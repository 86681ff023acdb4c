"""Bringing units into a memory: streaming, in small batches, all or nothing unless told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Self

from tm.errors import InputError, TaiyakuError
from tm.exchange import read_tmx, read_units_csv
from tm.model import ExchangeHeader, ExchangeUnit, Memory
from tm.store import Store, imports
from tm.store.exchanged import unit_row

UNIT_FORMATS = ("tmx", "csv", "tsv")


@dataclass(frozen=True, slots=True)
class ImportedUnits:
    """What an import of units did.

    Attributes:
        read: Units in the file.
        added: Units that are new in the memory.
        known: Units that the memory had already, the same to the letter.
        problems: What could not be read and was left out, as sentences.
        stopped: Why reading stopped before the end of the file; empty when it did not.
    """

    memory: str
    read: int
    added: int
    known: int
    problems: tuple[str, ...] = ()
    stopped: str = ""


def import_units(
    store: Store,
    memory: Memory,
    path: Path,
    *,
    keep_good: bool = False,
    encoding: str | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> ImportedUnits:
    """Bring the units of a TMX or CSV file into a memory.

    Nobody sees any of them before all are written. A file that is damaged somewhere changes nothing, unless `keep_good`
    says that the units read before that place are wanted. `on_progress` is told the number of bytes read so far.

    Raises:
        InputError: The file cannot be read, or is damaged and `keep_good` is false.
        StoreError: The database cannot be written; then nothing of the file is in the memory.
    """
    file_format = path.suffix.lstrip(".").lower()
    with _opened(path) as stream:
        units = _Units.read(stream, file_format, path, memory, encoding)
        return _import(store, memory, path, units, keep_good=keep_good, on_progress=on_progress or (lambda _: None))


@dataclass(slots=True)
class _Units:
    """The units of an open file, with its header, and what was wrong with some of them."""

    stream: BinaryIO
    header: ExchangeHeader
    units: Iterable[ExchangeUnit]
    file_format: str
    problems: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, stream: BinaryIO, file_format: str, path: Path, memory: Memory, encoding: str | None) -> "_Units":
        if file_format == "tmx":
            reader = read_tmx(stream, place=str(path))
            return cls(stream, reader.header, reader, file_format)
        table = read_units_csv(
            stream, langs=(memory.source_lang, memory.target_lang), encoding=encoding, place=str(path)
        )
        return cls(stream, ExchangeHeader(), table.units, file_format, table.problems)


def add_all(store: Store, memory: Memory, units: Iterable[ExchangeUnit], *, path: str, file_format: str) -> int:
    """Add units made by the program itself to a memory, all or nothing; gives how many were not there already.

    Raises:
        StoreError: The database cannot be written; then none is added.
    """
    run = _Run(store, memory, path, file_format, ExchangeHeader())
    with run:
        for rows in _batches(units, memory, run.id):
            run.write(rows)
    return run.added


def _import(
    store: Store,
    memory: Memory,
    path: Path,
    units: _Units,
    *,
    keep_good: bool,
    on_progress: Callable[[int], None],
) -> ImportedUnits:
    stopped = ""
    with _Run(store, memory, str(path), units.file_format, units.header) as run:
        try:
            for rows in _batches(units.units, memory, run.id):
                run.write(rows)
                on_progress(units.stream.tell())
        except InputError as error:
            if run.read == 0:
                raise
            if not keep_good:
                raise InputError(
                    f"{error} Nothing was imported; --keep-good takes the {run.read} units before."
                ) from error
            stopped = str(error)
    return ImportedUnits(memory.name, run.read, run.added, run.read - run.added, tuple(units.problems), stopped)


class _Run:
    """An import under way: its units become visible all at once when it ends well, and are deleted when it does not."""

    def __init__(self, store: Store, memory: Memory, path: str, file_format: str, header: ExchangeHeader) -> None:
        self._store = store
        self._memory = memory
        self.read = 0
        self.added = 0
        with store.write() as connection:
            self.id = imports.start_import(
                connection,
                memory.id,
                path=path,
                file_format=file_format,
                header=imports.header_text(header),
                by=store.user,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is not None:
            _give_up(self._store, self.id)
            return
        with self._store.write() as connection:
            imports.complete_import(connection, self.id)

    def write(self, rows: list[tuple[object, ...]]) -> None:
        """Write those units of a batch that the memory does not have."""
        self.read += len(rows)
        unique = {row[_HASH]: row for row in rows}
        hashes = [value for value in unique if isinstance(value, int)]
        with self._store.write() as connection:
            known = imports.known_hashes(connection, self._memory.id, hashes, self.id)
            fresh = [row for value, row in unique.items() if value not in known]
            if fresh:
                imports.add_units(connection, fresh)
        self.added += len(fresh)


def _batches(units: Iterable[ExchangeUnit], memory: Memory, import_id: int) -> Iterator[list[tuple[object, ...]]]:
    """Give the rows of units in batches; the units before a damaged place are given before the error is raised."""
    source = iter(units)
    while True:
        rows: list[tuple[object, ...]] = []
        try:
            rows.extend(unit_row(one, memory, import_id) for one in islice(source, imports.BATCH))
        except InputError:
            if rows:
                yield rows
            raise
        if not rows:
            return
        yield rows


_HASH = 16


def _give_up(store: Store, import_id: int) -> None:
    """Delete what an import wrote, in small batches; what cannot be deleted now is swept at the next start."""
    try:
        while True:
            with store.write() as connection:
                if imports.drop_batch(connection, import_id) == 0:
                    return
    except TaiyakuError:
        return


def sweep_imports(store: Store) -> int:
    """Delete what imports left behind whose program ended before they were complete; gives how many imports."""
    with store.read() as connection:
        left = imports.abandoned_imports(connection)
    for import_id in left:
        _give_up(store, import_id)
    return len(left)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file. Check the name and the folder.") from None
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror}). Check its permissions.") from error
