"""What a page adds to its text: page numbers, running heads, blocks of addresses. It is reported, never silently lost."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from segments.reflow.layout import finished
from segments.reflow.lines import Line

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
ADDRESS = "address"

_BARE = re.compile(r"\d{1,4}", re.ASCII)
_MARKED = re.compile(
    r"[-–—―‐−－~〜～\[(（<＜|｜]+\s*(\d{1,4}|[０-９]{1,4})\s*[-–—―‐−－~〜～\])）>＞|｜]+"
    r"|(?:[Pp]age|PAGE|[Pp]\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|(\d{1,4})\s*(?:/|of)\s*\d{1,4}"
    r"|(\d{1,4}|[０-９]{1,4})\s*(?:ページ|頁)"
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+")
_DIGITS = re.compile(r"\d+")
_LONGEST_STEP = 30
_LEAST_HEADS = 3


def is_address(line: Line) -> bool:
    """Tell whether a line is nothing but the address of a page."""
    return _ADDRESS.fullmatch(line.text) is not None


def find_noise(lines: Sequence[Line]) -> dict[int, str]:
    """Give the places (in `lines`) of what is no text, each with its reason."""
    noise = dict.fromkeys(_addresses(lines), ADDRESS)
    noise |= dict.fromkeys(_page_numbers(lines), PAGE_NUMBER)
    noise |= dict.fromkeys(_running_heads(lines, noise), RUNNING_HEAD)
    return noise


def without_noise(lines: Sequence[Line], noise: dict[int, str]) -> list[Line]:
    """Give the other lines; what stood right behind noise is marked as coming after the turn of a page."""
    kept: list[Line] = []
    turned = False
    for place, line in enumerate(lines):
        if place in noise:
            turned = True
        else:
            kept.append(replace(line, turned=True) if turned else line)
            turned = False
    return kept


def _addresses(lines: Sequence[Line]) -> Iterator[int]:
    """Give lines that are nothing but an address, where two or more stand together."""
    alone = {place for place, line in enumerate(lines) if is_address(line)}
    return (place for place in sorted(alone) if place - 1 in alone or place + 1 in alone)


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Give lines that hold a page number, marked as one or counting up with the others."""
    bare: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        if _MARKED.fullmatch(line.text):
            yield place
        elif _BARE.fullmatch(line.text):
            bare.append((place, int(line.text)))
    counted = _rising(bare)
    if len(counted) > 1 or (counted and len(lines[counted[0]].text) < 4):
        yield from counted


def _rising(numbered: Sequence[tuple[int, int]]) -> list[int]:
    """Give the places of the longest run of numbers that rise by small steps, in quadratic time over few numbers."""
    longest: list[list[int]] = []
    for index, (place, value) in enumerate(numbered):
        before = [
            longest[earlier]
            for earlier in range(max(index - 50, 0), index)
            if 0 < value - numbered[earlier][1] <= _LONGEST_STEP
        ]
        longest.append([*max(before, key=len, default=[]), place])
    return max(longest, key=len, default=[])


def _running_heads(lines: Sequence[Line], noise: dict[int, str]) -> Iterator[int]:
    """Give lines beside page numbers, or at the turn of a page, that come again on other pages."""
    beside = [
        place
        for place, line in enumerate(lines)
        if place not in noise and not finished(line.text) and (line.turned or _near_page_number(place, noise))
    ]
    seen = Counter(_without_digits(lines[place].text) for place in beside)
    return (place for place in beside if seen[_without_digits(lines[place].text)] >= _LEAST_HEADS)


def _near_page_number(place: int, noise: dict[int, str]) -> bool:
    return PAGE_NUMBER in {noise.get(place - 1), noise.get(place + 1)}


def _without_digits(text: str) -> str:
    return _DIGITS.sub("0", text)
