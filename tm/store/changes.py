"""The change log, as the match index reads it."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from tm.store.tables import change_log, unit


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the change log; the nonce tells a restored or copied database from the one it was."""

    seq: int
    nonce: str


def last_mark(connection: Connection) -> Mark:
    """Give the end of the change log."""
    row = connection.execute(
        select(change_log.c.seq, change_log.c.nonce).order_by(change_log.c.seq.desc()).limit(1)
    ).first()
    return Mark(row.seq, row.nonce) if row else Mark(0, "")


def holds(connection: Connection, mark: Mark) -> bool:
    """Tell whether the log still has the row of a mark; if not, what was derived from it must be made anew."""
    if mark.seq == 0:
        return True
    row = connection.execute(select(change_log.c.nonce).where(change_log.c.seq == mark.seq)).first()
    return row is not None and row.nonce == mark.nonce


def changed_units(connection: Connection, after: Mark) -> set[int]:
    """Give the ids of the units written or deleted after a mark."""
    newer = change_log.c.seq > after.seq
    singles = connection.execute(
        select(change_log.c.unit_id).where(newer, change_log.c.unit_id.is_not(None)).distinct()
    )
    ids = {int(one) for one in singles.scalars() if one is not None}
    imports = select(change_log.c.import_id).where(newer, change_log.c.import_id.is_not(None))
    ids.update(connection.execute(select(unit.c.id).where(unit.c.import_id.in_(imports))).scalars())
    return ids


def count_after(connection: Connection, after: Mark) -> int:
    """Give the number of entries after a mark."""
    return connection.execute(select(func.count()).where(change_log.c.seq > after.seq)).scalar_one()


def changed_since(connection: Connection, mark: Mark, most: int) -> tuple[Mark, set[int]] | None:
    """Give the end of the log and the ids of the units changed after a mark.

    None says that what was derived from the units had better be made anew: the log does not hold the mark, or more than
    `most` units have changed.
    """
    if not holds(connection, mark):
        return None
    end = last_mark(connection)
    if end != mark and count_after(connection, mark) > most:
        return None
    changed = changed_units(connection, mark) if end != mark else set()
    return None if len(changed) > most else (end, changed)
