"""Plain text: lines to paragraphs with their kinds."""

from segments.kinds import kinds_of
from segments.model import Paragraph, Reading
from segments.reflow import lines_as_paragraphs
from segments.reflow import reflow as reflowed


def read_text(text: str, lang: str, *, reflow: bool = True) -> Reading:
    """Read plain text into paragraphs.

    Args:
        text: The whole text.
        lang: Its language (`ja`, `en`, subtags allowed).
        reflow: Whether to join lines that were wrapped and to drop what pages add; a text that was never wrapped stays as
            it is, a line a paragraph, either way.

    Returns:
        The paragraphs, each with the source's offset of each character, and the report of what was dropped or mended.
    """
    drafts, mends = reflowed(text, lang) if reflow else (lines_as_paragraphs(text), [])
    kinds = kinds_of([draft.text for draft in drafts], lang)
    paragraphs = tuple(
        Paragraph(draft.text, kind, offsets=tuple(draft.offsets)) for draft, kind in zip(drafts, kinds, strict=True)
    )
    return Reading(paragraphs, tuple(mends))
