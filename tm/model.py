"""The values of the top floor, passed between store, engines, workbench and faces: frozen, with no behaviour.

Times are UTC, as `datetime` with a time zone. An `id` of 0 means: not stored yet. `version` counts the edits of a row; an
edit names the version that its user saw.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from segments.model import Code, Kind


class Status(StrEnum):
    """How far a segment has come."""

    OPEN = "open"
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def done(self) -> bool:
        """Whether the translator has nothing left to do here."""
        return self in {Status.CONFIRMED, Status.ACCEPTED}


@dataclass(frozen=True, slots=True)
class Memory:
    """A translation memory of one client (empty: nobody's in particular) and one pair of languages."""

    id: int
    name: str
    client: str
    source_lang: str
    target_lang: str
    units: int = 0


@dataclass(frozen=True, slots=True)
class ReferenceMemory:
    """A memory that a project reads but never writes; `penalty` is taken off its scores."""

    memory: Memory
    priority: int = 0
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """A glossary of one client (empty: nobody's in particular)."""

    id: int
    name: str
    client: str
    concepts: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """Work for a client: one memory to write to, memories and glossaries to read, and documents."""

    id: int
    name: str
    client: str
    source_lang: str
    target_lang: str
    memory: Memory
    references: tuple[ReferenceMemory, ...] = ()
    glossaries: tuple[Glossary, ...] = ()
    deadline: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How many segments of a document or project are in each state."""

    open: int = 0
    draft: int = 0
    confirmed: int = 0
    accepted: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """All segments."""
        return self.open + self.draft + self.confirmed + self.accepted + self.rejected

    @property
    def done(self) -> int:
        """Segments confirmed or accepted."""
        return self.confirmed + self.accepted


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a project, without its text."""

    id: int
    project_id: int
    name: str
    path: str
    source_lang: str
    target_lang: str
    imported_at: datetime
    progress: Progress = field(default_factory=Progress)


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """A segment of a stored document: its source, its target, and how far it has come.

    Attributes:
        position: Its place in the document, from 1.
        paragraph: Number of its paragraph in the document, from 0.
        changed_by: Who touched the target last; empty while nobody has.
        origin: Where the target came from (`typed`, `match 92`, `import` …).
        comments: How many comments it has.
        unit_id: The unit that its confirm made, or 0.
    """

    id: int
    document_id: int
    position: int
    paragraph: int
    kind: Kind
    source: str
    target: str
    status: Status
    version: int
    source_codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    changed_at: datetime | None = None
    changed_by: str = ""
    origin: str = ""
    comments: int = 0
    unit_id: int = 0


@dataclass(frozen=True, slots=True)
class SegmentVersion:
    """One entry of a segment's history."""

    segment_id: int
    version: int
    target: str
    status: Status
    at: datetime
    by: str
    action: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said of a segment."""

    id: int
    segment_id: int
    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One language of an exchanged unit: the `tuv` of a TMX.

    Attributes:
        lang: Its language tag, as the file has it.
        codes: Inline codes, with offsets into `text`.
        attributes: Attributes of the `tuv` other than its language, in order, word for word.
        annotations: Its properties and notes, in order.
    """

    lang: str
    text: str
    codes: tuple[Code, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    annotations: tuple["Annotation", ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A `prop` or `note` of a TMX (`element` says which), word for word."""

    element: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeUnit:
    """A translation unit as a file has it: the `tu` of a TMX, a row of a CSV.

    The first variant is the source. `attributes` are those of the `tu`, in order, word for word.
    """

    variants: tuple[Variant, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeHeader:
    """The header of a TMX: its attributes, properties and notes, and user-defined encodings as raw markup."""

    attributes: tuple[tuple[str, str], ...] = ()
    annotations: tuple[Annotation, ...] = ()
    encodings: tuple[str, ...] = ()
    version: str = "1.4"


@dataclass(frozen=True, slots=True)
class Unit:
    """A translation unit of a memory."""

    id: int
    memory_id: int
    source: str
    target: str
    source_lang: str
    target_lang: str
    source_codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    before: str = ""
    after: str = ""
    reviewed: bool = False
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    usage_count: int = 0
    document: str = ""


class MatchKind(StrEnum):
    """What sort of match it is."""

    CONTEXT = "context"
    EXACT = "exact"
    VARIANT = "variant"
    FUZZY = "fuzzy"
    REPAIRED = "repaired"


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that resembles a source text.

    Attributes:
        score: What is shown, 0 to 101 (101: same source and same neighbours).
        similarity: The measured similarity, 0 to 1.
        reasons: Why the score is not the plain similarity, and what to look at, as short sentences.
        memory: Name of the memory the unit is in.
    """

    unit: Unit
    score: int
    similarity: float
    kind: MatchKind
    memory: str
    reasons: tuple[str, ...] = ()
