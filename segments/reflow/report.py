"""The report of what is in no paragraph: noise, and the white space where lines were joined."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from segments.model import Change, Mend
from segments.reflow.lines import Line


def noise_dropped(lines: Sequence[Line], noise: Mapping[int, str]) -> list[Mend]:
    """Report the lines that are noise, in order; `noise` has their places in `lines`, with reasons."""
    dropped = [(lines[place], reason) for place, reason in sorted(noise.items())]
    return [Mend(Change.NOISE, line.start, line.text, line.number, reason) for line, reason in dropped]


def line_breaks(source: str, paragraphs: Sequence[Sequence[Line]], noise: Sequence[Mend]) -> Iterator[Mend]:
    """Report the white space, line breaks included, that stood between two lines of one paragraph."""
    places = [mend.start for mend in noise]
    for paragraph in paragraphs:
        for last, line in pairwise(paragraph):
            between = noise[bisect(places, last.end) : bisect(places, line.start)]
            starts = [last.end, *(mend.start + len(mend.text) for mend in between)]
            ends = [*(mend.start for mend in between), line.start]
            for start, end in zip(starts, ends, strict=True):
                if start < end:
                    yield Mend(Change.JOINED, start, source[start:end], last.number)
