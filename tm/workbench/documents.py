"""Documents: what there is, and their segments page by page."""

import re
from dataclasses import dataclass
from itertools import groupby

from segments.model import Kind
from tm.errors import RequestError
from tm.model import Document, Project, SegmentRecord, Status
from tm.store import Store
from tm.store import documents as stored

# No document has a thousand million segments, and no database counts much further.
_POSITION = re.compile("[0-9]{1,9}")

NOT_DONE = (Status.OPEN, Status.DRAFT, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class PreviewPiece:
    """A segment as the preview shows it."""

    position: int
    source: str
    target: str
    status: Status


@dataclass(frozen=True, slots=True)
class PreviewParagraph:
    """A paragraph as the preview shows it."""

    number: int
    kind: Kind
    pieces: tuple[PreviewPiece, ...]


def list_documents(store: Store, project: Project) -> list[Document]:
    """Give the documents of a project with their progress, in the order of their import."""
    with store.read() as connection:
        return stored.documents(connection, project.id)


def get_document(store: Store, document_id: int) -> Document:
    """Give a document with its progress as it is now.

    Raises:
        RequestError: There is no such document.
    """
    with store.read() as connection:
        found = stored.find_document(connection, document_id)
    if found is None:
        raise RequestError(f"There is no document {document_id}. See them with: tm documents")
    return found


def find_document(store: Store, project: Project, name: str = "") -> Document:
    """Find a document of a project by its number or name; the newest one when none is named.

    Raises:
        RequestError: There is no such document.
    """
    documents = list_documents(store, project)
    named = [each for each in documents if not name or name in {each.name, str(each.id), each.path}]
    if not named:
        what = f"no document '{name}'" if name else "no document"
        raise RequestError(f"There is {what} in the project '{project.name}'. Bring one in with: tm import FILE")
    return named[-1]


def remove_document(store: Store, document_id: int) -> None:
    """Take a document out of its project; its text, its history and its units stay in the database."""
    with store.write() as connection:
        stored.remove_document(connection, document_id)


def segments_page(store: Store, document_id: int, first: int, count: int) -> list[SegmentRecord]:
    """Give `count` segments from position `first` (from 1) on, in order."""
    with store.read() as connection:
        return stored.segments_between(connection, document_id, first, first + count - 1)


def get_segment(store: Store, segment_id: int) -> SegmentRecord:
    """Give a segment as it is now.

    Raises:
        RequestError: There is no such segment.
    """
    with store.read() as connection:
        found = stored.find_segment(connection, segment_id)
    if found is None:
        raise RequestError(f"There is no segment {segment_id}.")
    return found


def next_open(store: Store, document_id: int, after: int) -> SegmentRecord | None:
    """Give the next segment that is not done after a position, going round to the start; None when all are done."""
    with store.read() as connection:
        return stored.next_with_status(connection, document_id, after, NOT_DONE)


def next_rejected(store: Store, document_id: int, after: int) -> SegmentRecord | None:
    """Give the next segment that the reviewer rejected after a position, going round to the start."""
    with store.read() as connection:
        return stored.next_with_status(connection, document_id, after, (Status.REJECTED,))


def next_to_review(store: Store, document_id: int, after: int) -> SegmentRecord | None:
    """Give the next segment that waits for review after a position, going round to the start."""
    with store.read() as connection:
        return stored.next_with_status(connection, document_id, after, (Status.CONFIRMED,))


def preview(store: Store, document_id: int, position: int, paragraphs: int = 40) -> list[PreviewParagraph]:
    """Give the paragraphs around the segment at a position, about half of them before it."""
    with store.read() as connection:
        at = stored.segments_between(connection, document_id, position, position)
        middle = at[0].paragraph if at else 0
        first, last = max(0, middle - paragraphs // 2), middle + paragraphs // 2
        records = stored.segments_of_paragraphs(connection, document_id, first, last)
    return [_preview_paragraph(number, list(each)) for number, each in groupby(records, lambda one: one.paragraph)]


def _preview_paragraph(number: int, records: list[SegmentRecord]) -> PreviewParagraph:
    pieces = tuple(PreviewPiece(one.position, one.source, one.target, one.status) for one in records)
    return PreviewParagraph(number, records[0].kind, pieces)


def segment_at(store: Store, project: Project, reference: str) -> SegmentRecord:
    """Give the segment that a user names: a position in the newest document, or `DOCUMENT:POSITION`.

    Raises:
        RequestError: It is not such a reference, or there is no such segment.
    """
    document_name, _, position = reference.rpartition(":")
    if not _POSITION.fullmatch(position):
        raise RequestError(f"'{reference}' names no segment. Give its position, for example 12, or DOCUMENT:12.")
    document = find_document(store, project, document_name)
    found = segments_page(store, document.id, int(position), 1)
    if not found:
        raise RequestError(f"{document.name} has no segment {position}; it has {document.progress.total}.")
    return found[0]
