"""Which SQLite is used, and what happens where it is an unsafe one."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from tm.errors import StoreError
from tm.store import Store
from tm.store.health import Check, check_database
from tm.store.sqlite import Library, library, wal_is_safe
from tm.store.tables import memory

AT_WORK = """
import sys
from tm.store import Store
with Store.open(sys.argv[1]) as store:
    store.uuid
    print("at work", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def unsafe() -> Library:
    """The SQLite that Python came with, taken for the one of Debian 12."""
    return Library(sqlite3, "sqlite3", (3, 40, 1))


def check(store: Store, name: str) -> Check:
    return next(one for one in check_database(store) if one.name == name)


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 0), (3, 51, 2)])
def test_affected_versions_are_unsafe_with_wal(version: tuple[int, int, int]) -> None:
    assert not wal_is_safe(version)


@pytest.mark.parametrize("version", [(3, 6, 23), (3, 44, 6), (3, 44, 9), (3, 50, 7), (3, 51, 3), (3, 52, 0), (4, 0, 0)])
def test_versions_before_the_fault_and_with_the_repair_are_safe(version: tuple[int, int, int]) -> None:
    assert wal_is_safe(version)


def test_an_unsafe_library_works_without_wal_and_the_doctor_says_so(tmp_path: Path, unsafe: Library) -> None:
    with Store.open(tmp_path / "memory.db", library=unsafe) as store:
        with store.write() as connection:
            connection.execute(insert(memory).values(name="kept"))
        assert check(store, "journal") == Check("journal", True, "delete")
        assert "3.40.1; two programs could lose commits in WAL mode, so WAL is off" in check(store, "sqlite").detail


def test_a_database_changes_hands_between_safe_and_unsafe_libraries(tmp_path: Path, unsafe: Library) -> None:
    safe = Library(library().module, "pysqlite3", (3, 53, 0))
    path = tmp_path / "memory.db"
    for number, (used, mode) in enumerate([(safe, "wal"), (unsafe, "delete"), (safe, "wal")]):
        with Store.open(path, library=used) as store:
            with store.write() as connection:
                connection.execute(insert(memory).values(name=f"by hand {number}"))
            assert check(store, "journal").detail == mode
    with Store.open(path) as store, store.read() as connection:
        assert len(connection.execute(select(memory)).all()) == 3


def test_wal_stays_while_a_safe_program_is_at_work_and_the_unsafe_one_is_told(
    tmp_path: Path, unsafe: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tm.store.sqlite._PATIENCE", 0.1)
    Store.open(tmp_path / "memory.db").close()
    # Two SQLite libraries in one process would undo each other's locks, so the safe one runs in its own.
    at_work = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(tmp_path / "memory.db")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with at_work, Store.open(tmp_path / "memory.db", library=unsafe) as store:
        assert at_work.stdout
        assert at_work.stdout.readline()
        with pytest.raises(StoreError, match="another program holds the database"), store.read():
            pass
        at_work.communicate()
        with store.read() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"


def test_the_standard_library_is_used_where_pysqlite3_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", None)
    assert library().module is sqlite3
    with Store.open(tmp_path / "memory.db") as store:
        assert check(store, "sqlite").detail.startswith("sqlite3 ")
        assert check(store, "integrity").ok
