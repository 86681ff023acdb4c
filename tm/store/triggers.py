"""Triggers, in the SQL of SQLite: history and change log write themselves, whatever program edits a row.

SQL that is SQLite's own is here and in what opens, migrates and keeps a database (`sqlite`, `engine`, `locks`, `migrate`,
`census`, `backup`, `health`), never in the use cases.
"""

from sqlalchemy import Connection

_SEGMENT = "segment_id, version, source, source_codes, target, target_codes, status, origin, changed_at, changed_by, operation_id"
_NEW_SEGMENT = ", ".join(f"NEW.{name.strip()}" for name in _SEGMENT.replace("segment_id", "id").split(","))
_UNIT = "unit_id, memory_id, version, source, source_codes, target, target_codes, extras, changed_at, changed_by"
_OLD_UNIT = ", ".join(f"OLD.{name.strip()}" for name in _UNIT.replace("unit_id", "id").split(","))
_NONCE = "lower(hex(randomblob(16)))"

# Units of an import that is not complete were never seen by anybody: they leave no trace when it is given up.
_SEEN = "NOT EXISTS (SELECT 1 FROM import_run WHERE id = OLD.import_id AND completed_at = '')"

TRIGGERS = {
    "segment_added": f"AFTER INSERT ON segment BEGIN INSERT INTO segment_version ({_SEGMENT}) VALUES ({_NEW_SEGMENT}); END",
    "segment_changed": (
        "AFTER UPDATE ON segment WHEN NEW.version <> OLD.version BEGIN "
        f"INSERT INTO segment_version ({_SEGMENT}) VALUES ({_NEW_SEGMENT}); END"
    ),
    "segment_unversioned": (
        "BEFORE UPDATE ON segment WHEN NEW.version <> OLD.version + 1 BEGIN "
        "SELECT RAISE(ABORT, 'a change of a segment must raise its version by one'); END"
    ),
    "unit_added": (
        "AFTER INSERT ON unit WHEN NEW.import_id IS NULL BEGIN "
        f"INSERT INTO change_log (unit_id, operation, nonce) VALUES (NEW.id, 'insert', {_NONCE}); END"
    ),
    "unit_changed": (
        f"AFTER UPDATE ON unit BEGIN INSERT INTO unit_version ({_UNIT}, ended_by) VALUES ({_OLD_UNIT}, 'update'); "
        f"INSERT INTO change_log (unit_id, operation, nonce) VALUES (NEW.id, 'update', {_NONCE}); END"
    ),
    "unit_deleted": (
        f"AFTER DELETE ON unit WHEN {_SEEN} BEGIN "
        f"INSERT INTO unit_version ({_UNIT}, ended_by) VALUES ({_OLD_UNIT}, 'delete'); "
        f"INSERT INTO change_log (unit_id, operation, nonce) VALUES (OLD.id, 'delete', {_NONCE}); END"
    ),
}

_APPEND_ONLY = ("segment_version", "unit_version", "change_log", "comment")

for _table in _APPEND_ONLY:
    for _verb in ("UPDATE", "DELETE"):
        TRIGGERS[f"{_table}_no_{_verb.lower()}"] = (
            f"BEFORE {_verb} ON {_table} BEGIN SELECT RAISE(ABORT, '{_table} is append-only'); END"
        )


def create_triggers(connection: Connection) -> None:
    """Create every trigger anew, in the transaction that is under way."""
    drop_triggers(connection)
    for name, body in TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, so that a migration can rebuild tables without writing history."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
    for row in rows:
        connection.exec_driver_sql(f'DROP TRIGGER "{row.name}"')
