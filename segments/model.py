"""The values of the ground floor: texts with codes, paragraphs, segments, beads, and the report of a reading.

All of them are frozen and hold nothing but plain values. Positions are characters from 0.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a paragraph or a segment is in its document."""

    TITLE = "title"
    AUTHOR = "author"
    HEADING = "heading"
    LIST_ITEM = "list item"
    TEXT = "text"
    CAPTION = "caption"
    NOTE = "note"
    TABLE_CELL = "table cell"


class CodeRole(StrEnum):
    """How an inline code stands in its text."""

    OPEN = "open"
    CLOSE = "close"
    STANDALONE = "standalone"


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code (formatting, a field, a break) standing at an offset of a plain string.

    Attributes:
        offset: The code stands before the character with this number; 0 to the length of the text.
        role: Whether it opens, closes or stands alone.
        pair: Joins an opening code with its closing one within one text; empty where there is no partner.
        element: The element or tag it was in its file (`bpt`, `ph`, `w:b` …).
        attributes: Attributes of that element in their order, word for word.
        data: The native content, not to be translated, word for word (inner markup of the element).
    """

    offset: int
    role: CodeRole
    pair: str = ""
    element: str = "ph"
    attributes: tuple[tuple[str, str], ...] = ()
    data: str = ""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A plain string with codes at offsets, in order; the string never holds placeholders."""

    plain: str
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document: its text without line breaks, its kind, its codes.

    `offsets`, where known, has for each character of `text` its offset in the source text (-1: added by the reflow).
    """

    text: str
    kind: Kind = Kind.TEXT
    codes: tuple[Code, ...] = ()
    offsets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece to translate: a sentence, a heading, a list item.

    Attributes:
        text: The characters exactly as in the paragraph, spaces between sentences not included.
        kind: The kind of the paragraph it belongs to.
        paragraph: Number of its paragraph in the document, from 0.
        codes: Inline codes, with offsets into `text`.
        start: Offset of the segment in the paragraph's text.
    """

    text: str
    kind: Kind
    paragraph: int
    codes: tuple[Code, ...] = ()
    start: int = 0


class Change(StrEnum):
    """What reflow did to characters of the source."""

    NOISE = "noise"
    JOINED = "joined"
    SPACE_REMOVED = "space removed"
    HYPHEN_MENDED = "hyphen mended"


@dataclass(frozen=True, slots=True)
class Mend:
    """One entry of the report of a reading: characters of the source that are in no paragraph, or changed.

    Attributes:
        change: What was done.
        start: Offset of the first character in the source text.
        text: The characters concerned, as they stood.
        line: Number of the source line, from 1.
        reason: Why, in a word or two (`page number`, `address`, `running head` …).
    """

    change: Change
    start: int
    text: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives: the paragraphs of a document and the report of what was dropped or mended."""

    paragraphs: tuple[Paragraph, ...]
    mends: tuple[Mend, ...] = ()
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Bead:
    """An aligned group: the numbers of its source and target sentences (from 0; either may be empty).

    `confidence` is the probability, 0 to 1, that exactly these sentences belong together.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
