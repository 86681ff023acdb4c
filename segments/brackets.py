"""Brackets and quotation marks: which stretches of a text stand inside a pair.

Only pairs that are closed count, so that an opening mark without a partner swallows nothing. Full-width and half-width
forms close each other, as they do in real texts.
"""

import re

_KINDS = ("「」", "『』", "（）()", "【】", "〔〕", "［］[]", "｛｝{}", "〈〉", "《》", "〝〟", "“”", "‘’", "«»")
_OPENING = {kind[place]: kind for kind in _KINDS for place in range(0, len(kind), 2)}
_CLOSING = {kind[place]: kind for kind in _KINDS for place in range(1, len(kind), 2)}
_BRACKET = re.compile("[" + re.escape("".join(_KINDS)) + '"]')

LONE_CLOSERS = "」』）)】〕］]｝}〉》〟”’»"
"""The marks that can only close."""


def outer_pairs(text: str) -> list[tuple[int, int]]:
    """Give the outermost closed pairs of a text, in order: offsets of the opening and of the closing mark."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        mark, place = found.group(), found.start()
        opened = _partner(mark, waiting)
        if opened is None:
            if mark in _OPENING or mark == '"':
                waiting.append((_OPENING.get(mark, mark), place))
            continue
        start = waiting[opened][1]
        del waiting[opened:]
        while pairs and pairs[-1][0] > start:
            pairs.pop()
        pairs.append((start, place))
    return pairs


def _partner(mark: str, waiting: list[tuple[str, int]]) -> int | None:
    """Give the place among the waiting marks of the one that this mark closes."""
    kind = _CLOSING.get(mark, mark)
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0] == kind:
            return place
    return None


def has_open(text: str) -> bool:
    """Tell whether a bracket or quotation of the text is still open at its end."""
    waiting: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        mark = found.group()
        opened = _partner(mark, waiting)
        if opened is not None:
            del waiting[opened:]
        elif mark in _OPENING or mark == '"':
            waiting.append((_OPENING.get(mark, mark), found.start()))
    return bool(waiting)
