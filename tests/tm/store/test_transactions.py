"""Readers, writers, and several of them at once."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tm.errors import StoreError
from tm.store import Store, locks
from tm.store.tables import memory, metadata

ADD_SIXTY = """
import sys
from sqlalchemy import select, update
from tm.store import Store
from tm.store.tables import memory
with Store.open(sys.argv[1]) as store:
    for _ in range(60):
        with store.write() as connection:
            count = connection.execute(select(memory.c.version)).scalar_one()
            connection.execute(update(memory).values(version=count + 1))
"""


@pytest.fixture
def counter(store: Store) -> Store:
    """A store with one row whose version counts from 0."""
    with store.write() as connection:
        connection.execute(insert(memory).values(name="counter", version=0))
    return store


def count(store: Store) -> int:
    with store.read() as connection:
        return int(connection.execute(select(memory.c.version)).scalar_one())


def add_one(store: Store) -> None:
    with store.write() as connection:
        read = connection.execute(select(memory.c.version)).scalar_one()
        connection.execute(update(memory).values(version=read + 1))


def test_four_programs_that_read_and_then_write_lose_nothing(counter: Store) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", ADD_SIXTY, str(counter.path)], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [process.communicate(timeout=120)[1] for process in running] == [""] * 4
    assert count(counter) == 240


def test_eight_threads_that_read_and_then_write_lose_nothing(counter: Store) -> None:
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(add_one, counter) for _ in range(80)]:
            done.result()
    assert count(counter) == 80


def test_what_fails_half_way_leaves_nothing(counter: Store) -> None:
    def fail() -> None:
        with counter.write() as connection:
            connection.execute(update(memory).values(version=99))
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert count(counter) == 0


def test_a_reader_cannot_write(counter: Store) -> None:
    with pytest.raises(StoreError, match="cannot be written"), counter.read() as connection:
        connection.execute(update(memory).values(version=99))
    assert count(counter) == 0


def test_a_reader_sees_one_moment_however_long_it_reads(counter: Store) -> None:
    with counter.read() as connection:
        first = connection.execute(select(memory.c.version)).scalar_one()
        add_one(counter)
        assert connection.execute(select(memory.c.version)).scalar_one() == first
    assert count(counter) == first + 1


def test_a_writer_waits_for_another_and_neither_is_told(counter: Store) -> None:
    held = threading.Event()

    def hold() -> None:
        with Store.open(counter.path) as other, other.write() as connection:
            held.set()
            time.sleep(0.3)
            connection.execute(update(memory).values(version=41))

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    add_one(counter)
    other.join()
    assert count(counter) == 42


def test_a_database_that_stays_locked_is_told_in_a_plain_sentence(
    counter: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)
    with Store.open(counter.path) as other, other.write():
        with pytest.raises(StoreError, match=r"memory\.db: another program holds the database\. Close it"):
            add_one(counter)
        assert count(counter) == 0
    add_one(counter)
    assert count(counter) == 1


def test_the_data_version_tells_every_commit_own_and_others(counter: Store) -> None:
    first = counter.data_version()
    assert counter.data_version() == first
    add_one(counter)
    second = counter.data_version()
    assert second != first
    with Store.open(counter.path) as other:
        add_one(other)
    assert counter.data_version() not in {first, second}


def test_a_row_must_refer_to_a_row_that_is_there(store: Store) -> None:
    with pytest.raises(StoreError, match="FOREIGN KEY"), store.write() as connection:
        connection.execute(insert(metadata.tables["project"]).values(name="orphan", memory_id=99))


def test_an_id_is_never_given_twice(store: Store) -> None:
    with store.write() as connection:
        connection.execute(insert(memory).values(id=7, name="first"))
        connection.execute(memory.delete())
        again = connection.execute(insert(memory).values(name="second")).inserted_primary_key
    assert again == (8,)


def test_no_table_ever_reuses_an_id(store: Store) -> None:
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        forgetful = {row.name for row in rows if "AUTOINCREMENT" not in row.sql}
    assert forgetful.isdisjoint(metadata.tables)


def test_a_full_disk_is_told_and_what_was_stored_stays(counter: Store) -> None:
    def fill() -> None:
        with counter.write() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")
            connection.execute(update(memory).values(version=1))
            connection.execute(insert(memory), [{"name": "ー" * 4000 + str(number)} for number in range(100)])

    with pytest.raises(StoreError, match="the disk is full"):
        fill()
    assert count(counter) == 0


def test_a_damaged_file_is_told_with_the_remedy(counter: Store) -> None:
    with counter.write() as connection:
        connection.execute(insert(memory), [{"name": f"{'ー' * 1000}{number}"} for number in range(200)])
    counter.close()
    spoil(counter.path)
    with (
        pytest.raises(StoreError, match=r"the database is damaged\. Run tm doctor, and restore a backup"),
        Store.open(counter.path) as store,
        store.read() as connection,
    ):
        connection.execute(select(memory)).all()


def spoil(path: Path) -> None:
    """Overwrite the second half of a file."""
    size = path.stat().st_size
    with path.open("rb+") as stream:
        stream.seek(size // 2)
        stream.write(b"\xde\xad" * (size // 4))
