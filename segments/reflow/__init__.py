"""Reflow: extracted text becomes paragraphs again, and every character left out is reported.

`reflow` walks through the rooms in this order: `lines` (where they are, how wide), `layout` (were they wrapped?),
`noise` (what no author wrote), `joining` (which lines are one paragraph), `mending` and `spaces` (what stands between
two lines). On a text that was never wrapped it changes nothing: each line is a paragraph.
"""

from segments.model import Mend
from segments.reflow.joining import paragraphs_of
from segments.reflow.layout import layout_of
from segments.reflow.lines import lines_of
from segments.reflow.mending import Draft, put_together
from segments.reflow.noise import find_noise, without_noise
from segments.reflow.report import line_breaks, noise_dropped
from segments.reflow.spaces import close_spaces, machine_spaced
from segments.reflow.words import WordList

__all__ = ["Draft", "lines_as_paragraphs", "reflow"]


def lines_as_paragraphs(source: str) -> list[Draft]:
    """Take each line of a text that is not blank as a paragraph, and change nothing."""
    return [Draft(line.text, list(range(line.start, line.end))) for line in lines_of(source)]


def reflow(source: str, lang: str) -> tuple[list[Draft], list[Mend]]:
    """Give the paragraphs of an extracted text, and the report of what is in none of them or was changed.

    Each character of the source is in one paragraph, or in one entry of the report, or is white space around a paragraph.
    """
    lines = lines_of(source)
    noise = find_noise(lines)
    kept = without_noise(lines, noise)
    layout = layout_of(kept)
    if layout is None:
        return lines_as_paragraphs(source), []
    paragraphs = paragraphs_of(kept, layout)
    japanese = lang[:2].lower() == "ja"
    words = WordList(source)
    drafts = [put_together(paragraph, words, japanese=japanese) for paragraph in paragraphs]
    if japanese:
        machine = machine_spaced(source)
        for draft, paragraph in zip(drafts, paragraphs, strict=True):
            close_spaces(draft, paragraph, machine=machine)
    dropped = noise_dropped(lines, noise)
    mends = [*dropped, *line_breaks(source, paragraphs, dropped), *(mend for draft in drafts for mend in draft.mends)]
    return drafts, sorted(mends, key=lambda mend: mend.start)
