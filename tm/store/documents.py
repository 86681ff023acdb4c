"""Documents and the reading of their segments."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from segments.model import Kind, Paragraph, Reading, Segment
from tm.model import Document, Progress, SegmentRecord, Status
from tm.store.columns import AnyRow, codes, codes_text, moment, now
from tm.store.tables import comment, document, paragraph, segment, unit


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it came in: its name, its path, its format, and its bytes."""

    name: str
    path: str
    format: str
    content: bytes


def add_document(
    connection: Connection,
    project_id: int,
    *,
    file: SourceFile,
    langs: tuple[str, str],
    reading: Reading,
    segments: Sequence[Segment],
    by: str,
) -> int:
    """Add a document with its paragraphs and segments, all open, and give its id."""
    moment_ = now()
    row = insert(document).values(
        project_id=project_id,
        name=file.name,
        path=file.path,
        format=file.format,
        encoding=reading.encoding,
        source_lang=langs[0],
        target_lang=langs[1],
        imported_at=moment_,
        imported_by=by,
        content=file.content,
        report=json.dumps([asdict(mend) for mend in reading.mends], ensure_ascii=False),
    )
    key = connection.execute(row).inserted_primary_key
    document_id = int(key[0]) if key else 0
    _add_all(connection, insert(paragraph), _paragraph_rows(document_id, reading.paragraphs))
    _add_all(connection, insert(segment), _segment_rows(document_id, segments, moment_, by))
    return document_id


def _add_all(connection: Connection, statement: Any, rows: list[dict[str, object]]) -> None:  # noqa: ANN401 (Insert)
    if rows:
        connection.execute(statement, rows)


def _paragraph_rows(document_id: int, paragraphs: Iterable[Paragraph]) -> list[dict[str, object]]:
    return [
        {"document_id": document_id, "position": number, "kind": one.kind, "text": one.text}
        for number, one in enumerate(paragraphs)
    ]


def _segment_rows(document_id: int, segments: Iterable[Segment], at: str, by: str) -> list[dict[str, object]]:
    return [
        {
            "document_id": document_id,
            "position": position,
            "paragraph": one.paragraph,
            "start": one.start,
            "kind": one.kind,
            "source": one.text,
            "source_codes": codes_text(one.codes),
            "status": Status.OPEN,
            "origin": "import",
            "changed_at": at,
            "changed_by": by,
        }
        for position, one in enumerate(segments, 1)
    ]


def documents(connection: Connection, project_id: int) -> list[Document]:
    """Give the documents of a project in the order of their import, with their progress."""
    rows = connection.execute(
        select(document)
        .where(document.c.project_id == project_id, document.c.deleted_at == "")
        .order_by(document.c.id)
        .with_only_columns(*_DOCUMENT_COLUMNS)
    ).all()
    return [_document(connection, row) for row in rows]


def find_document(connection: Connection, document_id: int) -> Document | None:
    """Find a document that is not deleted by its id."""
    row = connection.execute(
        select(*_DOCUMENT_COLUMNS).where(document.c.id == document_id, document.c.deleted_at == "")
    ).first()
    return _document(connection, row) if row else None


def remove_document(connection: Connection, document_id: int) -> None:
    """Take a document out of its project; its text, history and units stay stored."""
    connection.execute(update(document).where(document.c.id == document_id).values(deleted_at=now()))


_DOCUMENT_COLUMNS = (
    document.c.id,
    document.c.project_id,
    document.c.name,
    document.c.path,
    document.c.source_lang,
    document.c.target_lang,
    document.c.imported_at,
)


def _document(connection: Connection, row: AnyRow) -> Document:
    at = moment(row.imported_at)
    if at is None:
        raise ValueError(f"document {row.id} has no time of import")
    return Document(
        id=row.id,
        project_id=row.project_id,
        name=row.name,
        path=row.path,
        source_lang=row.source_lang,
        target_lang=row.target_lang,
        imported_at=at,
        progress=progress(connection, row.id),
    )


def progress(connection: Connection, document_id: int) -> Progress:
    """Count a document's segments by status."""
    rows = connection.execute(
        select(segment.c.status, func.count()).where(segment.c.document_id == document_id).group_by(segment.c.status)
    )
    return Progress(**{row[0]: row[1] for row in rows})


def source_file(connection: Connection, document_id: int) -> tuple[SourceFile, str]:
    """Give the file that a document was read from, as it was, and its encoding."""
    columns = document.c.name, document.c.path, document.c.format, document.c.content, document.c.encoding
    row = connection.execute(select(*columns).where(document.c.id == document_id)).one()
    return SourceFile(row.name, row.path, row.format, row.content), row.encoding


def paragraph_count(connection: Connection, document_id: int) -> int:
    """Give the number of a document's paragraphs, those without any segment among them."""
    return connection.execute(
        select(func.count()).select_from(paragraph).where(paragraph.c.document_id == document_id)
    ).scalar_one()


def segments_between(connection: Connection, document_id: int, first: int, last: int) -> list[SegmentRecord]:
    """Give the segments at positions first to last, in order."""
    where = segment.c.document_id == document_id, segment.c.position.between(first, last)
    return _records(connection, _SEGMENTS.where(*where).order_by(segment.c.position))


def segments_of_paragraphs(connection: Connection, document_id: int, first: int, last: int) -> list[SegmentRecord]:
    """Give the segments of the paragraphs numbered first to last, in order."""
    where = segment.c.document_id == document_id, segment.c.paragraph.between(first, last)
    return _records(connection, _SEGMENTS.where(*where).order_by(segment.c.position))


def find_segment(connection: Connection, segment_id: int) -> SegmentRecord | None:
    """Find a segment by its id."""
    found = _records(connection, _SEGMENTS.where(segment.c.id == segment_id))
    return found[0] if found else None


def next_with_status(
    connection: Connection, document_id: int, after: int, statuses: Sequence[Status]
) -> SegmentRecord | None:
    """Give the next segment in one of the statuses after a position, or the first one of all before it."""
    mine = _SEGMENTS.where(segment.c.document_id == document_id, segment.c.status.in_(statuses))
    for later in (segment.c.position > after, segment.c.position <= after):
        found = _records(connection, mine.where(later).order_by(segment.c.position).limit(1))
        if found:
            return found[0]
    return None


_COMMENTS = select(func.count()).where(comment.c.segment_id == segment.c.id).scalar_subquery()
_UNIT = select(func.max(unit.c.id)).where(unit.c.segment_id == segment.c.id).scalar_subquery()
_SEGMENTS = select(segment, _COMMENTS.label("comments"), _UNIT.label("unit_id"))


def _records(connection: Connection, statement: Select[Any]) -> list[SegmentRecord]:
    return [_record(row) for row in connection.execute(statement)]


def _record(row: AnyRow) -> SegmentRecord:
    return SegmentRecord(
        id=row.id,
        document_id=row.document_id,
        position=row.position,
        paragraph=row.paragraph,
        kind=Kind(row.kind),
        source=row.source,
        target=row.target,
        status=Status(row.status),
        version=row.version,
        source_codes=codes(row.source_codes),
        target_codes=codes(row.target_codes),
        changed_at=moment(row.changed_at),
        changed_by=row.changed_by,
        origin=row.origin,
        comments=row.comments,
        unit_id=row.unit_id or 0,
    )
