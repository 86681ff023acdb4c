"""Brackets and quotation marks: which stretches of a text stand inside a pair.

Only pairs that are closed count, so that an opening mark without a partner swallows nothing. Full-width and half-width
forms close each other, as they do in real texts.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

_KINDS = ("「」", "『』", "（）()", "【】", "〔〕", "［］[]", "｛｝{}", "〈〉", "《》", "〝〟", "“”", "‘’", "«»")
_OPENING = {kind[place]: kind for kind in _KINDS for place in range(0, len(kind), 2)}
_CLOSING = {kind[place]: kind for kind in _KINDS for place in range(1, len(kind), 2)}
_BRACKET = re.compile("[" + re.escape("".join(_KINDS)) + '"]')

LONE_CLOSERS = "」』）)】〕］]｝}〉》〟”’»"
"""The marks that can only close."""


def outer_pairs(text: str) -> list[tuple[int, int]]:
    """Give the outermost closed pairs of a text, in order: offsets of the opening and of the closing mark."""
    pairs: list[tuple[int, int]] = []
    for opening, closing in _pairs(text, _Waiting()):
        while pairs and pairs[-1][0] > opening:
            pairs.pop()
        pairs.append((opening, closing))
    return pairs


def is_within(pairs: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether a place of the text is inside one of its outermost pairs, which come in order."""
    nearest = bisect(pairs, (place, place)) - 1
    return nearest >= 0 and pairs[nearest][1] > place


def has_open(text: str) -> bool:
    """Tell whether a bracket or quotation of the text is still open at its end."""
    waiting = _Waiting()
    for _ in _pairs(text, waiting):
        pass
    return bool(waiting)


class _Waiting:
    """Opening marks whose partner has not come yet; time is linear because each is put in and taken out once."""

    def __init__(self) -> None:
        self._marks: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return bool(self._marks)

    def open(self, kind: str, place: int) -> None:
        self._marks.append((kind, place))
        self._count[kind] += 1

    def close(self, kind: str) -> int | None:
        """Take out the last mark of a kind, and those that wait inside it for nothing; give its place."""
        if not self._count[kind]:
            return None
        while True:
            waiting, place = self._marks.pop()
            self._count[waiting] -= 1
            if waiting == kind:
                return place


def _pairs(text: str, waiting: _Waiting) -> Iterator[tuple[int, int]]:
    """Give each closed pair of a text when its closing mark comes."""
    for found in _BRACKET.finditer(text):
        mark = found.group()
        opening = None if mark in _OPENING else waiting.close(_CLOSING.get(mark, mark))
        if opening is not None:
            yield opening, found.start()
        elif mark in _OPENING or mark == '"':
            waiting.open(_OPENING.get(mark, mark), found.start())
