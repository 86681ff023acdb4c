"""Migrations, as users meet them: a newer Taiyaku opens a database that this one made."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

import tm
from tm.errors import StoreError
from tm.model import Document
from tm.store import Store
from tm.store.health import check_database
from tm.store.migrate import scripts
from tm.store.sqlite import library
from tm.store.tables import comment, memory
from tm.workbench.documents import segments_page
from tm.workbench.editing import confirm

OPEN = """
import sys
from tm.errors import TaiyakuError
from tm.store import Store
try:
    Store.open(sys.argv[1]).close()
except TaiyakuError as error:
    sys.exit(str(error))
"""

REBUILD = """
kept = {"sqlite_autoincrement": True}
with op.batch_alter_table("segment", recreate="always", table_kwargs=kept) as batch:
    batch.add_column(sa.Column("mood", sa.Text(), server_default="", nullable=False))
with op.batch_alter_table("memory", recreate="always", table_kwargs=kept) as batch:
    batch.add_column(sa.Column("mood", sa.Text(), server_default="", nullable=False))
"""

HANG = """
import pathlib, time
op.execute("UPDATE segment SET target = 'half way'")
op.execute("DELETE FROM comment")
pathlib.Path(op.get_bind().engine.url.database + ".half-way").touch()
time.sleep(60)
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A Taiyaku in a folder of its own."""

    root: Path

    def start(self, code: str, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def open(self, database: Path) -> str:
        """Open a database, and give what was complained of."""
        return self.start(OPEN, database).communicate(timeout=60)[1]


def newer_program(folder: Path, migration: str, *, scripts_at: str = "alembic") -> Program:
    """Make a Taiyaku that has one migration more than this one."""
    package = Path(tm.__file__).parent
    clean = shutil.ignore_patterns("__pycache__", "_alembic")
    root = folder / "newer"
    for name in ("tm", "segments", "glossary"):
        shutil.copytree(package.parent / name, root / name, ignore=clean)
    shutil.copytree(scripts(), root / scripts_at, ignore=clean)
    body = "\n".join(f"    {line}" for line in migration.splitlines())
    (root / scripts_at / "versions" / "0002_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\n"
        f'revision = "0002"\ndown_revision = "0001"\n\n\ndef upgrade():\n{body}\n'
    )
    return Program(root)


@pytest.fixture
def database(store: Store, document: Document) -> Path:
    """A database with confirmed segments, history, comments, and a memory that was deleted again."""
    for position in (1, 2):
        confirm(store, segments_page(store, document.id, position, 1)[0], f"Sentence {position}.")
    with store.write() as connection:
        connection.execute(comment.insert().values(segment_id=1, text="Ask the client."))
        connection.execute(memory.insert().values(id=77, name="spent"))
        connection.execute(memory.delete().where(memory.c.id == 77))
    store.close()
    return store.path


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table, without the columns that a migration may have added."""
    with Store.open(database) as store, store.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return {name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")] for name in names}


def ask(database: Path, question: str) -> list[tuple[object, ...]]:
    """Ask a database of whatever version, on a connection of our own."""
    with closing(library().module.connect(database)) as connection:
        return list(connection.execute(question))


def test_a_newer_program_brings_an_older_database_up_to_date_and_backs_it_up_first(
    database: Path, tmp_path: Path
) -> None:
    before = rows(database)
    newer = newer_program(tmp_path, REBUILD)
    assert newer.open(database) == ""
    (backup,) = (tmp_path / "backups").iterdir()
    assert rows(backup) == before
    assert ask(database, "SELECT count(*), max(mood) FROM segment") == [(5, "")]
    assert ask(database, "SELECT count(*) FROM segment_version") == [(len(before["segment_version"]),)]


def test_a_rebuilt_table_never_gives_the_id_of_a_deleted_row_again(database: Path, tmp_path: Path) -> None:
    newer_program(tmp_path, REBUILD).open(database)
    assert ask(database, "INSERT INTO memory (name) VALUES ('new') RETURNING id") == [(78,)]


def test_the_triggers_work_after_a_table_was_rebuilt(database: Path, tmp_path: Path) -> None:
    newer_program(tmp_path, REBUILD).open(database)
    ask(database, "INSERT INTO segment (document_id, position, paragraph, status) VALUES (1, 9, 9, 'open')")
    with pytest.raises(library().module.IntegrityError, match="append-only"):
        ask(database, "DELETE FROM segment_version")


def test_the_migrations_are_found_inside_the_package_when_it_is_installed(database: Path, tmp_path: Path) -> None:
    newer = newer_program(tmp_path, REBUILD, scripts_at="tm/_alembic")
    assert newer.open(database) == ""
    assert newer.open(tmp_path / "fresh.db") == ""
    with pytest.raises(StoreError, match="newer Taiyaku"):
        Store.open(database)


def test_a_database_of_a_newer_program_is_refused_and_left_alone(database: Path, tmp_path: Path) -> None:
    newer_program(tmp_path, REBUILD).open(database)
    before = database.read_bytes()
    with pytest.raises(StoreError, match=r"schema 0002, this one knows 0001\). Update Taiyaku"):
        Store.open(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    ("migration", "complaint"),
    [
        (REBUILD + "raise RuntimeError('the power of three')", "the power of three"),
        (REBUILD + "op.execute('DELETE FROM comment')", "rows of comment would be lost"),
        (REBUILD.replace("True", "False"), "memory, segment would give out the ids of deleted rows again"),
        (REBUILD + "op.execute('UPDATE segment SET document_id = 99')", "rows would refer to nothing"),
        (REBUILD + "op.execute('SELECT * FROM nowhere')", "no such table: nowhere"),
    ],
)
def test_a_migration_that_fails_or_would_lose_something_leaves_the_database_as_it_was(
    database: Path, tmp_path: Path, migration: str, complaint: str
) -> None:
    before = rows(database)
    assert complaint in newer_program(tmp_path, migration).open(database)
    assert rows(database) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_program_killed_half_way_through_a_migration_leaves_the_old_tables_and_every_row(
    database: Path, tmp_path: Path
) -> None:
    before = rows(database)
    process = newer_program(tmp_path, REBUILD + HANG).start(OPEN, database)
    half_way = Path(f"{database}.half-way")
    while not half_way.exists():
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert rows(database) == before
    with Store.open(database) as store:
        assert all(check.ok for check in check_database(store))


def test_two_newer_programs_started_together_both_open_the_database(database: Path, tmp_path: Path) -> None:
    newer = newer_program(tmp_path, REBUILD)
    running = [newer.start(OPEN, database) for _ in range(2)]
    assert [process.communicate(timeout=60)[1] for process in running] == ["", ""]


def test_the_tables_are_those_that_the_migrations_make(this: Program) -> None:
    process = this.start("import sys; from alembic.config import main; main(['-c', 'alembic.ini', 'check'])")
    said, complaint = process.communicate(timeout=60)
    assert process.returncode == 0, complaint
    assert "No new upgrade operations" in said


@pytest.fixture
def this() -> Program:
    root = Path(tm.__file__).parents[1]
    if not (root / "alembic.ini").exists():
        pytest.skip("only a checkout has alembic.ini")
    return Program(root)
