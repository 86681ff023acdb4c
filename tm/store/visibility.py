"""Which units a reader sees: those of an import that is not complete are not there yet."""

from sqlalchemy import ColumnElement, or_, select

from tm.store.tables import import_run, unit


def visible_units() -> ColumnElement[bool]:
    """Give the condition that every reader of units applies."""
    unfinished = select(import_run.c.id).where(import_run.c.completed_at == "")
    return or_(unit.c.import_id.is_(None), unit.c.import_id.not_in(unfinished))
