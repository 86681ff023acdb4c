"""From paragraphs to segments: the pieces that a translator translates one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat

from segments.model import Code, CodeRole, Kind, Paragraph, Segment
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
    text = paragraph.text
    ends = [] if paragraph.kind in _WHOLE else sentence_ends(text, lang)
    spans = [span for span in map(_without_space, repeat(text), [0, *ends], [*ends, len(text)]) if span[0] < span[1]]
    codes = _codes_of(paragraph.codes, spans) if paragraph.codes else [()] * len(spans)
    return [
        Segment(text[start:end], paragraph.kind, number, own, start)
        for (start, end), own in zip(spans, codes, strict=True)
    ]


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a stretch of a text by the white space at its ends."""
    whole = text[start:end]
    return start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())


def _codes_of(codes: Sequence[Code], spans: Sequence[tuple[int, int]]) -> list[tuple[Code, ...]]:
    """Give each segment its codes: a closing code stays with what stands before it, any other with what follows it."""
    found: list[list[Code]] = [[] for _ in spans]
    place = 0
    for code in codes if spans else ():
        place = max(place, _place_of(code, spans))
        start, end = spans[place]
        found[place].append(replace(code, offset=min(max(code.offset, start), end) - start))
    return [tuple(own) for own in found]


def _place_of(code: Code, spans: Sequence[tuple[int, int]]) -> int:
    if code.role is CodeRole.CLOSE:
        return max((place for place, (start, _) in enumerate(spans) if start < code.offset), default=0)
    return next((place for place, (_, end) in enumerate(spans) if end > code.offset), len(spans) - 1)
