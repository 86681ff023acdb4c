"""History writes itself, whatever edits a row, and nobody can rewrite it."""

import pytest
from sqlalchemy import Connection, insert, select, update

from tm.errors import StoreError
from tm.model import Document, Project
from tm.store import Store
from tm.store.tables import change_log, comment, import_run, segment, segment_version, unit, unit_version

UNIT = {"memory_id": 1, "source": "協議", "target": "talks", "source_hash": 1, "content_hash": 1}
APPEND_ONLY = ["segment_version", "unit_version", "change_log", "comment"]


def versions(connection: Connection, segment_id: int) -> list[tuple[int, str]]:
    rows = connection.execute(select(segment_version).where(segment_version.c.segment_id == segment_id))
    return [(row.version, row.target) for row in rows]


def operations(connection: Connection) -> list[tuple[str, int | None]]:
    rows = connection.execute(select(change_log).order_by(change_log.c.seq))
    return [(row.operation, row.unit_id) for row in rows]


def test_every_version_of_a_segment_is_kept(store: Store, document: Document) -> None:
    assert document.progress.total == 5
    with store.write() as connection:
        for number in (1, 2):
            new = {"target": f"Draft {number}", "version": segment.c.version + 1}
            connection.execute(update(segment).where(segment.c.id == 1).values(new))
        assert versions(connection, 1) == [(1, ""), (2, "Draft 1"), (3, "Draft 2")]
        assert versions(connection, 2) == [(1, "")]


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize("step", [0, 2, -1])
def test_a_segment_cannot_change_without_its_version_going_up_by_one(store: Store, step: int) -> None:
    with pytest.raises(StoreError, match="raise its version by one"), store.write() as connection:
        connection.execute(update(segment).values(target="Unseen", version=segment.c.version + step))


@pytest.mark.usefixtures("project")
def test_a_unit_that_is_written_changed_or_deleted_is_told_to_the_index(store: Store) -> None:
    with store.write() as connection:
        connection.execute(insert(unit).values(id=5, **UNIT))
        connection.execute(update(unit).values(target="negotiations"))
        connection.execute(unit.delete())
        assert operations(connection) == [("insert", 5), ("update", 5), ("delete", 5)]
        nonces = connection.execute(select(change_log.c.nonce)).scalars().all()
        kept = connection.execute(select(unit_version.c.target, unit_version.c.ended_by)).all()
    assert len(set(nonces)) == 3
    assert all(len(nonce) == 32 for nonce in nonces)
    assert [tuple(row) for row in kept] == [("talks", "update"), ("negotiations", "delete")]


@pytest.mark.usefixtures("project")
def test_the_units_of_an_unfinished_import_leave_no_trace(store: Store) -> None:
    with store.write() as connection:
        connection.execute(insert(import_run).values(id=1, memory_id=1, completed_at=""))
        connection.execute(insert(unit).values(import_id=1, **UNIT))
        connection.execute(unit.delete())
        assert operations(connection) == []
        assert connection.execute(select(unit_version)).all() == []


@pytest.mark.usefixtures("project")
def test_a_unit_of_a_finished_import_has_a_history_like_any_other(store: Store) -> None:
    with store.write() as connection:
        connection.execute(insert(import_run).values(id=1, memory_id=1, completed_at="2026-01-01"))
        connection.execute(insert(unit).values(id=9, import_id=1, **UNIT))
        connection.execute(unit.delete())
        assert operations(connection) == [("delete", 9)]


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "attack", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_history_cannot_be_changed_deleted_or_replaced(
    store: Store, project: Project, document: Document, table: str, attack: str
) -> None:
    assert project.id == document.project_id
    with store.write() as connection:
        connection.execute(insert(comment).values(segment_id=1, text="Why?"))
        connection.execute(insert(unit).values(**UNIT))
        connection.execute(update(unit).values(target="negotiations"))
    key = "seq" if table == "change_log" else "id"
    with pytest.raises(StoreError, match=f"{table} is append-only"), store.write() as connection:
        connection.exec_driver_sql(attack.format(table, key))
