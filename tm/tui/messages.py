"""What arrives at the screens from the database; each message carries values, ready to be shown."""

from dataclasses import dataclass

from textual.message import Message

from tm.errors import TaiyakuError
from tm.model import Comment, Document, Match, Progress, Project, SegmentRecord, SegmentVersion, Unit
from tm.workbench import PreviewParagraph, TermHit


@dataclass
class FetchFailed(Message):
    """Something could not be fetched."""

    error: TaiyakuError


@dataclass
class PageCame(Message):
    """A page of segments was read."""

    page: int
    records: list[SegmentRecord]


@dataclass
class SegmentCame(Message):
    """A segment to go to was read; None where there is no such segment (`missing` says so)."""

    record: SegmentRecord | None
    missing: str = ""


@dataclass
class ProgressCame(Message):
    """The document's progress was counted."""

    progress: Progress


@dataclass
class DatabaseLooked(Message):
    """The number that changes with every commit to the database was read."""

    version: int


@dataclass
class HistoryCame(Message):
    """A segment's history was read."""

    record: SegmentRecord
    versions: list[SegmentVersion]
    comments: list[Comment]


@dataclass
class StoryCame(HistoryCame):
    """A segment's history was read, to stand beside it."""


@dataclass
class MatchesCame(Message):
    """The matches of a segment were looked up."""

    record: SegmentRecord
    matches: list[Match]


@dataclass
class TermsCame(Message):
    """The terms of a segment were found."""

    record: SegmentRecord
    hits: list[TermHit]


@dataclass
class PreviewCame(Message):
    """The text around a segment was read."""

    record: SegmentRecord
    paragraphs: list[PreviewParagraph]


@dataclass
class UnitsCame(Message):
    """A page of what was found for a query."""

    query: str
    page: int
    units: list[Unit]


@dataclass
class DocumentsCame(Message):
    """The documents were read; `chosen` is the id of the one to point at."""

    documents: list[Document]
    chosen: int = 0


@dataclass
class ProjectsCame(Message):
    """The projects were read."""

    projects: list[Project]


@dataclass
class ProjectOpened(Message):
    """Another project was opened."""

    project: Project


@dataclass
class DocumentReady(Message):
    """A document's next open segment was found."""

    document: Document
    following: SegmentRecord | None
