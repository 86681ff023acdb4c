"""Opening: new and existing databases, and everything that is none of ours."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tm.errors import StoreError
from tm.store import Store

# Every user of the machine, and no privilege.
NOBODY = 65534


def test_a_new_file_becomes_a_database_in_a_folder_made_for_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new" / "folder" / "memory.db") as store:
        assert len(store.uuid) == 32


def test_a_database_keeps_its_own_name(tmp_path: Path) -> None:
    with Store.open(tmp_path / "memory.db") as first:
        name = first.uuid
    with Store.open(tmp_path / "memory.db") as again, Store.open(tmp_path / "other.db") as other:
        assert again.uuid == name
        assert other.uuid != name


@pytest.mark.parametrize("name", ["対訳 memory.db", "what? 100%.db", "a#b&c=d.db", "it's.db"])
def test_a_database_may_have_any_name(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path / name).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_sqlite_address_names_a_file(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'memory.db'}") as store:
        assert store.path == tmp_path / "memory.db"


def test_an_address_of_another_kind_of_database_is_refused() -> None:
    with pytest.raises(StoreError, match="only SQLite"):
        Store.open("postgresql://host/memory")


def test_a_file_that_is_not_there_is_not_made_when_nobody_wants_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such database"):
        Store.open(tmp_path / "sub" / "memory.db", create=False)
    assert not any(tmp_path.iterdir())


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "memory.db").touch()
    Store.open(tmp_path / "memory.db").close()


def test_another_programs_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's database"):
        Store.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"source,target\n", b"x", b"SQLite format 2", bytes(100)])
def test_a_file_of_another_kind_is_refused_and_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a Taiyaku database"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not a file"):
        Store.open(tmp_path)
    if os.name != "nt":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(StoreError, match="not a file"):
            Store.open(tmp_path / "pipe")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="file"):
        Store.open(tmp_path / "file" / "memory.db")


def test_a_database_whose_version_is_gone_is_told_to_be_damaged(store: Store) -> None:
    with store.maintain() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    store.close()
    with pytest.raises(StoreError, match="does not say its version"):
        Store.open(store.path)


def test_six_programs_that_open_a_new_file_together_all_succeed(tmp_path: Path) -> None:
    code = "import sys; from tm.store import Store; s = Store.open(sys.argv[1]); print(s.uuid)"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "memory.db")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    said = [process.communicate(timeout=60) for process in running]
    assert [complaint for _, complaint in said] == [""] * 6
    assert len({name for name, _ in said}) == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, unlike the folders of other tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def give_up_rights() -> Iterator[Callable[[], None]]:
    """What makes this process an ordinary user for the rest of the test; root may write where nobody may."""
    if os.name == "nt":
        pytest.skip("Windows has other permissions")
    me = os.geteuid()
    yield lambda: os.seteuid(NOBODY) if me == 0 else None
    os.seteuid(me)


def test_a_database_that_may_not_be_written_is_told_with_the_remedy(
    open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    path = open_folder / "memory.db"
    Store.open(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    give_up_rights()
    with pytest.raises(StoreError, match=r"memory\.db: the database cannot be (opened|written)\. Check"):
        Store.open(path)


def test_a_folder_that_may_not_be_written_is_told_with_the_remedy(
    open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    open_folder.chmod(0o555)
    give_up_rights()
    with pytest.raises(StoreError, match="Check the folder and its permissions"):
        Store.open(open_folder / "memory.db")
    with pytest.raises(StoreError, match="the folder cannot be made"):
        Store.open(open_folder / "sub" / "memory.db")


def test_a_folder_that_may_not_be_entered_is_told_with_the_remedy(
    open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    Store.open(open_folder / "memory.db").close()
    open_folder.chmod(0o600)
    give_up_rights()
    with pytest.raises(StoreError, match="Check its permissions"):
        Store.open(open_folder / "memory.db")
