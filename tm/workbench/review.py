"""Review: a second person accepts or rejects, comments, and sees who changed what."""

from segments.storable import refuse_unstorable
from tm.errors import RequestError
from tm.model import Comment, SegmentRecord, SegmentVersion, Status
from tm.store import Store
from tm.store import editing as stored
from tm.workbench.editing import change


def accept(store: Store, segment: SegmentRecord) -> SegmentRecord:
    """Accept a confirmed target; its unit counts as reviewed.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read.
        RequestError: The segment is not confirmed.
    """
    return _judge(store, segment, Status.ACCEPTED, "accept")


def reject(store: Store, segment: SegmentRecord, reason: str = "") -> SegmentRecord:
    """Reject a confirmed target: it goes back to the translator, its unit leaves the memory, the reason is a comment.

    Raises:
        ConflictError: Somebody else changed the segment since `segment` was read.
        RequestError: The segment is not confirmed.
    """
    refuse_unstorable(reason, "reason")
    return _judge(store, segment, Status.REJECTED, "reject", reason.strip())


def add_comment(store: Store, segment_id: int, text: str) -> Comment:
    """Say something of a segment.

    Raises:
        RequestError: The comment is empty.
    """
    if not text.strip():
        raise RequestError("The comment is empty. Type something, or leave it.")
    refuse_unstorable(text, "comment")
    with store.write() as connection:
        stored.add_comment(connection, segment_id, store.user, text)
        return stored.comments(connection, [segment_id])[-1]


def comments(store: Store, segment_id: int) -> list[Comment]:
    """Give the comments of a segment, the oldest first."""
    with store.read() as connection:
        return stored.comments(connection, [segment_id])


def history(store: Store, segment_id: int) -> list[SegmentVersion]:
    """Give every version of a segment, the oldest first: what it was, when, by whom, and by what action."""
    with store.read() as connection:
        return stored.history(connection, segment_id)


def _judge(store: Store, segment: SegmentRecord, status: Status, action: str, comment: str = "") -> SegmentRecord:
    if segment.status not in {Status.CONFIRMED, Status.ACCEPTED, Status.REJECTED}:
        raise RequestError(f"Segment {segment.position} is {segment.status}; only a confirmed one can be reviewed.")
    edit = stored.Edit(segment.id, segment.version, segment.target, status, segment.origin, segment.target_codes)
    return change(store, segment, edit, action, comment=comment)
