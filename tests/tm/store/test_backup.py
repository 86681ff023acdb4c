"""Backups are whole copies, or they are not there."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from tm.errors import StoreError
from tm.store import Store
from tm.store.health import check_database
from tm.store.tables import memory

# A disk on which no file may be longer than 64 KiB stands for a full one.
ON_A_SMALL_DISK = """
import pathlib, resource, sys
from tm.errors import StoreError
from tm.store import Store
with Store.open(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    try:
        store.backup(pathlib.Path(sys.argv[2]))
    except StoreError as error:
        print(error)
"""


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write() as connection:
        connection.execute(insert(memory), [{"name": f"memory {number}"} for number in range(500)])
    return store


def test_a_backup_opens_as_a_whole_database_with_every_row(filled: Store, tmp_path: Path) -> None:
    filled.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as copy, copy.read() as connection:
        assert all(check.ok for check in check_database(copy))
        assert len(connection.execute(select(memory)).all()) == 500
        assert copy.uuid == filled.uuid


def test_a_backup_is_one_moment_though_others_write(filled: Store, tmp_path: Path) -> None:
    with Store.open(filled.path) as other, other.write() as connection:
        connection.execute(insert(memory).values(name="not committed"))
        filled.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as copy, copy.read() as connection:
        assert len(connection.execute(select(memory)).all()) == 500


def test_a_backup_never_overwrites(filled: Store, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("mine")
    with pytest.raises(StoreError, match="something of that name already"):
        filled.backup(target)
    assert target.read_text() == "mine"


def test_a_backup_into_a_folder_that_is_not_there_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the backup cannot be written"):
        filled.backup(tmp_path / "nowhere" / "copy.db")


def test_a_backup_of_a_damaged_database_is_refused_and_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    with filled.write() as connection:
        connection.execute(insert(memory), [{"name": f"{'ー' * 1000}{number}"} for number in range(200)])
    filled.close()
    with filled.path.open("rb+") as stream:
        stream.seek(filled.path.stat().st_size // 2)
        stream.write(b"\xde\xad" * 50_000)
    with Store.open(filled.path) as damaged, pytest.raises(StoreError, match="the backup cannot be written"):
        damaged.backup(tmp_path / "copy.db")
    assert list(tmp_path.glob("copy*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
def test_a_backup_onto_a_full_disk_is_told_and_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_A_SMALL_DISK, str(filled.path), str(tmp_path / "copy.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "the backup cannot be written" in done.stdout
    assert list(tmp_path.glob("copy*")) == []
