"""Edits of segments: each names the version its user saw, and belongs to an operation that can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from segments.model import Code
from tm.model import Comment, SegmentVersion, Status
from tm.store.columns import AnyRow, codes_text, moment, now
from tm.store.tables import comment, operation, segment, segment_version


@dataclass(frozen=True, slots=True)
class Edit:
    """What a segment should become: its target, its status, and where the target came from."""

    segment_id: int
    version: int
    target: str
    status: Status
    origin: str
    target_codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """Something a user did to segments of a document, one or many; undone as a whole."""

    id: int
    action: str
    document_id: int


def add_operation(connection: Connection, request: str, action: str, by: str, document_id: int) -> int | None:
    """Note down an operation and give its id; None when the same request was carried out before."""
    if connection.execute(select(operation.c.id).where(operation.c.uuid == request)).first():
        return None
    row = insert(operation).values(uuid=request, action=action, at=now(), by=by, document_id=document_id)
    key = connection.execute(row).inserted_primary_key
    return int(key[0]) if key else None


def apply_edit(connection: Connection, edit: Edit, by: str, operation_id: int | None) -> bool:
    """Carry an edit out; False, and nothing done, when the segment is not at the version that the user saw."""
    changed = connection.execute(
        update(segment)
        .where(segment.c.id == edit.segment_id, segment.c.version == edit.version)
        .values(
            target=edit.target,
            target_codes=codes_text(edit.target_codes),
            status=edit.status,
            origin=edit.origin,
            changed_at=now(),
            changed_by=by,
            operation_id=operation_id,
            version=segment.c.version + 1,
        )
    )
    return changed.rowcount == 1


def last_operation(connection: Connection, document_id: int, by: str) -> Operation | None:
    """Give the last operation of a user in a document that is not undone and not an undo itself."""
    row = connection.execute(
        select(operation)
        .where(
            operation.c.document_id == document_id,
            operation.c.by == by,
            operation.c.undone_by.is_(None),
            operation.c.action != "undo",
        )
        .order_by(operation.c.id.desc())
        .limit(1)
    ).first()
    return Operation(row.id, row.action, row.document_id) if row else None


def undo_operation(connection: Connection, done: Operation, request: str, by: str) -> list[int]:
    """Give every segment that still is as the operation left it the state it had before.

    Gives the ids of those segments. A segment that was edited since is left alone.
    """
    undo_id = add_operation(connection, request, "undo", by, done.document_id)
    connection.execute(update(operation).where(operation.c.id == done.id).values(undone_by=undo_id))
    touched = connection.execute(
        select(segment.c.id, segment.c.version)
        .where(segment.c.operation_id == done.id, segment.c.document_id == done.document_id)
        .order_by(segment.c.position)
    ).all()
    for row in touched:
        before = connection.execute(
            select(segment_version).where(
                segment_version.c.segment_id == row.id, segment_version.c.version == row.version - 1
            )
        ).one()
        connection.execute(
            update(segment)
            .where(segment.c.id == row.id)
            .values(
                target=before.target,
                target_codes=before.target_codes,
                status=before.status,
                origin=before.origin,
                changed_at=now(),
                changed_by=by,
                operation_id=undo_id,
                version=segment.c.version + 1,
            )
        )
    return [row.id for row in touched]


def target_at(connection: Connection, segment_id: int, version: int) -> str:
    """Give the target that a segment had at a version; empty when there was none."""
    row = connection.execute(
        select(segment_version.c.target).where(
            segment_version.c.segment_id == segment_id, segment_version.c.version == version
        )
    ).first()
    return str(row.target) if row else ""


def history(connection: Connection, segment_id: int) -> list[SegmentVersion]:
    """Give every version of a segment, the oldest first."""
    rows = connection.execute(
        select(segment_version, operation.c.action)
        .outerjoin(operation, operation.c.id == segment_version.c.operation_id)
        .where(segment_version.c.segment_id == segment_id)
        .order_by(segment_version.c.version)
    )
    return [_version(row) for row in rows]


def _version(row: AnyRow) -> SegmentVersion:
    at = moment(row.changed_at)
    if at is None:
        raise ValueError(f"version {row.version} of segment {row.segment_id} has no time")
    action = row.action or ("import" if row.version == 1 else "draft")
    return SegmentVersion(
        row.segment_id, row.version, row.target, Status(row.status), at, row.changed_by, action, row.origin
    )


def add_comment(connection: Connection, segment_id: int, by: str, text: str) -> None:
    """Add a comment to a segment."""
    connection.execute(insert(comment).values(segment_id=segment_id, at=now(), by=by, text=text))


def comments(connection: Connection, segment_ids: Sequence[int]) -> list[Comment]:
    """Give the comments of segments, the oldest first."""
    rows = connection.execute(select(comment).where(comment.c.segment_id.in_(segment_ids)).order_by(comment.c.id))
    return [_comment(row) for row in rows]


def _comment(row: AnyRow) -> Comment:
    at = moment(row.at)
    if at is None:
        raise ValueError(f"comment {row.id} has no time")
    return Comment(row.id, row.segment_id, at, row.by, row.text)
