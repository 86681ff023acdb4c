"""What the doctor says of a database."""

import pytest
from sqlalchemy import insert

from tm.store import Store
from tm.store.health import Check, check_database
from tm.store.tables import memory, project


def ill(store: Store) -> dict[str, str]:
    return {check.name: check.detail for check in check_database(store) if not check.ok}


def test_a_database_that_is_well_has_every_check_ok(store: Store) -> None:
    checks = check_database(store)
    assert [check.name for check in checks] == ["sqlite", "database", "journal", "integrity", "references", "history"]
    assert all(check.ok for check in checks)
    assert str(store.path) in checks[1].detail


def test_rows_that_refer_to_nothing_are_reported(store: Store) -> None:
    with store.maintain() as connection:
        connection.execute(insert(project).values(name="orphan", memory_id=99))
        connection.commit()
    assert ill(store) == {"references": "1 rows refer to rows that are not there. Restore a backup."}


def test_a_trigger_that_is_gone_is_reported_by_name(store: Store) -> None:
    with store.maintain() as connection:
        connection.exec_driver_sql("DROP TRIGGER comment_no_delete")
    assert ill(store) == {"history": "comment_no_delete missing, so history has gaps. Restore a backup."}


def test_damaged_pages_are_reported_and_the_other_checks_still_made(store: Store) -> None:
    with store.write() as connection:
        connection.execute(insert(memory), [{"name": f"{'ー' * 1000}{number}"} for number in range(200)])
    store.close()
    size = store.path.stat().st_size
    with store.path.open("rb+") as stream:
        stream.seek(size // 2)
        stream.write(b"\xde\xad" * (size // 4))
    with Store.open(store.path) as damaged:
        checks = check_database(damaged)
    assert "Restore a backup." in next(check.detail for check in checks if check.name == "integrity")
    assert Check("history", True, "ok") in checks


@pytest.mark.usefixtures("project")
def test_a_large_journal_is_shown(store: Store) -> None:
    with Store.open(store.path):
        assert "not yet moved in from the journal" in check_database(store)[1].detail
