"""From paragraphs to segments: the pieces that a translator translates one by one."""

from collections.abc import Iterable

from segments.model import Code, Kind, Paragraph, Segment
from segments.readers.plain import read_text
from segments.split import sentence_ends

_WHOLE = frozenset({Kind.TITLE, Kind.AUTHOR, Kind.HEADING, Kind.NOTE})


def segment_text(text: str, lang: str, *, reflow: bool = True) -> list[Segment]:
    """Segment a plain text: joined lines, then sentences.

    Args:
        text: The whole text.
        lang: Its language (`ja`, `en`, subtags allowed).
        reflow: Whether to join wrapped lines first and to drop what pages add.
    """
    return segment_paragraphs(read_text(text, lang, reflow=reflow).paragraphs, lang)


def segment_paragraphs(paragraphs: Iterable[Paragraph], lang: str) -> list[Segment]:
    """Split each paragraph into sentences; titles, authors, headings and notes stay whole, a list item keeps its mark."""
    return [segment for number, paragraph in enumerate(paragraphs) for segment in _segments_of(paragraph, number, lang)]


def _segments_of(paragraph: Paragraph, number: int, lang: str) -> list[Segment]:
    ends = [] if paragraph.kind in _WHOLE else sentence_ends(paragraph.text, lang)
    starts = [0, *ends]
    pieces = [
        _piece(paragraph, number, start, end) for start, end in zip(starts, [*ends, len(paragraph.text)], strict=True)
    ]
    return [piece for piece in pieces if piece.text]


def _piece(paragraph: Paragraph, number: int, start: int, end: int) -> Segment:
    """Cut a segment out of its paragraph, without the white space around it."""
    whole = paragraph.text[start:end]
    text = whole.strip()
    start += len(whole) - len(whole.lstrip())
    return Segment(text, paragraph.kind, number, _codes_within(paragraph.codes, start, start + len(text)), start)


def _codes_within(codes: tuple[Code, ...], start: int, end: int) -> tuple[Code, ...]:
    return tuple(
        Code(code.offset - start, code.role, code.pair, code.element, code.attributes, code.data)
        for code in codes
        if start <= code.offset <= end
    )
