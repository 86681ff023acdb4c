"""Editing: drafts, confirms, and undo. Every edit names the version that its user saw."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from segments.model import Code
from segments.storable import refuse_unstorable
from tm.errors import ConflictError, RequestError
from tm.model import SegmentRecord, Status
from tm.store import Connection, Store, documents
from tm.store import editing as stored
from tm.store.units import settle_unit


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back: the action, how many segments, and the first of them as it is now."""

    action: str
    segments: int
    first: SegmentRecord | None


def save_draft(store: Store, segment: SegmentRecord, target: str, *, origin: str = "typed") -> SegmentRecord:
    """Keep what was typed; the memory is not touched.

    A target that is stored already is not written again.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read.
    """
    if target == segment.target:
        return segment
    status = Status.DRAFT if target.strip() else Status.OPEN
    edit = _edit(segment, target, status, origin)
    with store.write() as connection:
        _apply(connection, edit, segment, store.user, None)
        return _record(connection, segment.id)


def confirm(
    store: Store,
    segment: SegmentRecord,
    target: str,
    *,
    origin: str = "typed",
    request: str = "",
    target_codes: Sequence[Code] = (),
) -> SegmentRecord:
    """Accept a target as the translation: it is a unit of the project's memory at once, replacing an earlier one.

    `request` is a UUID in hexadecimal made by the caller; the same request sent again changes nothing more.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read; nothing is stored.
        RequestError: The target is empty.
    """
    if not target.strip():
        raise RequestError(f"Segment {segment.position} has no translation yet. Type one, then confirm.")
    edit = _edit(segment, target, Status.CONFIRMED, origin, tuple(target_codes))
    return change(store, segment, edit, "confirm", request=request)


def unconfirm(store: Store, segment: SegmentRecord) -> SegmentRecord:
    """Take a confirm back: the segment is open again and keeps its text, its unit leaves the memory.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read.
    """
    edit = _edit(segment, segment.target, Status.OPEN, segment.origin, segment.target_codes)
    return change(store, segment, edit, "unconfirm")


def confirm_drafts(store: Store, document_id: int) -> int:
    """Confirm every draft of a document, as one operation; gives how many there were."""
    with store.write() as connection:
        drafts = [
            one
            for one in documents.segments_between(connection, document_id, 1, 2**31 - 1)
            if one.status is Status.DRAFT and one.target.strip()
        ]
        if not drafts:
            return 0
        operation_id = stored.add_operation(connection, uuid4().hex, "confirm drafts", store.user, document_id)
        for one in drafts:
            edit = _edit(one, one.target, Status.CONFIRMED, one.origin, one.target_codes)
            _apply(connection, edit, one, store.user, operation_id)
            settle_unit(connection, one.id)
    return len(drafts)


def undo(store: Store, document_id: int) -> Undone | None:
    """Take back the user's last operation in a document, whole; None when there is nothing to take back.

    Segments that somebody edited since are left as they are.
    """
    with store.write() as connection:
        last = stored.last_operation(connection, document_id, store.user)
        if last is None:
            return None
        touched = stored.undo_operation(connection, last, uuid4().hex, store.user)
        for segment_id in touched:
            settle_unit(connection, segment_id)
        first = documents.find_segment(connection, touched[0]) if touched else None
    return Undone(last.action, len(touched), first)


def change(
    store: Store, segment: SegmentRecord, edit: stored.Edit, action: str, *, request: str = "", comment: str = ""
) -> SegmentRecord:
    """Carry one edit out as an operation of its own, with its unit and its comment, in one transaction.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read; nothing is stored.
    """
    with store.write() as connection:
        operation_id = stored.add_operation(connection, request or uuid4().hex, action, store.user, segment.document_id)
        if operation_id is not None:
            _apply(connection, edit, segment, store.user, operation_id)
            settle_unit(connection, segment.id)
            if comment:
                stored.add_comment(connection, segment.id, store.user, comment)
        return _record(connection, segment.id)


def _edit(
    segment: SegmentRecord, target: str, status: Status, origin: str, codes: tuple[Code, ...] = ()
) -> stored.Edit:
    refuse_unstorable(target, f"segment {segment.position}")
    return stored.Edit(segment.id, segment.version, target, status, origin, codes)


def _apply(connection: Connection, edit: stored.Edit, seen: SegmentRecord, by: str, operation_id: int | None) -> None:
    """Carry an edit out, or say what stands in its way; the transaction is then rolled back."""
    if stored.apply_edit(connection, edit, by, operation_id):
        return
    theirs = _record(connection, seen.id)
    base = stored.target_at(connection, seen.id, seen.version)
    raise ConflictError(
        f"Segment {seen.position} was changed by {theirs.changed_by or 'somebody'} while you had it open. "
        "Choose between the two texts; both are kept.",
        base=base,
        theirs=theirs.target,
        mine=edit.target,
    )


def _record(connection: Connection, segment_id: int) -> SegmentRecord:
    found = documents.find_segment(connection, segment_id)
    if found is None:
        raise RequestError(f"There is no segment {segment_id}.")
    return found
