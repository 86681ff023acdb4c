"""Codes for a target: those of its source and no others, kept where the translator put them or placed as well as can be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeAlias

from segments.model import Code, CodedText, CodeRole

_BREAKS = frozenset(("br", "w:br", "w:cr"))

Identity: TypeAlias = tuple[CodeRole, str, str, tuple[tuple[str, str], ...], str]


def identity(code: Code) -> Identity:
    """Give what makes a code the same one wherever it stands."""
    return code.role, code.pair, code.element, code.attributes, code.data


def fit_codes(source: CodedText, target: CodedText | str) -> CodedText:
    """Give the target with such codes as its source has.

    A target with codes keeps those that come from its source, each as often as there, pairs only whole. A target without
    codes gets those that have an obvious place: around the whole text, at its beginning or end, or around words that
    stand in the target once and unchanged (names, commands, addresses). Other formatting is dropped, line breaks with it;
    codes that are content of their own, such as a footnote's number or a picture, go to the end.
    """
    coded = CodedText(target) if isinstance(target, str) else target
    plain = " ".join(coded.plain.splitlines()) if len(coded.plain.splitlines()) > 1 else coded.plain.rstrip("\r\n")
    if not coded.codes:
        return source if plain == source.plain else CodedText(plain, _placed(source, plain))
    return CodedText(plain, tuple(_whole_pairs(_known(source, coded, len(plain)))))


def _known(source: CodedText, target: CodedText, length: int) -> Iterator[Code]:
    left = Counter(identity(code) for code in source.codes)
    for code in sorted(target.codes, key=lambda code: code.offset):
        if left[identity(code)]:
            left[identity(code)] -= 1
            yield replace(code, offset=min(max(code.offset, 0), length))


def _whole_pairs(codes: Iterator[Code]) -> Iterator[Code]:
    """Leave out codes whose partner is missing or on the wrong side."""
    kept = list(codes)
    opened = {code.pair: at for at, code in enumerate(kept) if code.role is CodeRole.OPEN}
    closed = {code.pair: at for at, code in enumerate(kept) if code.role is CodeRole.CLOSE}
    for code in kept:
        if not code.pair or opened.get(code.pair, len(kept)) < closed.get(code.pair, -1):
            yield code


class _Rank(IntEnum):
    """What comes first where several codes stand at one place."""

    LEADING = 0
    CLOSING = 1
    OPENING = 2
    TRAILING = 3


@dataclass(frozen=True, slots=True)
class _Pair:
    opening: int
    closing: int


def _placed(source: CodedText, plain: str) -> tuple[Code, ...]:
    """Place the codes of a source in a target that has none."""
    codes = source.codes
    placed: list[tuple[int, _Rank, int, Code]] = []
    settled: set[int] = set()
    for pair in _pairs(codes):
        start, end = codes[pair.opening].offset, codes[pair.closing].offset
        settled |= {pair.opening, pair.closing}
        at = _place_of(source.plain, plain, start, end)
        if at is None:
            settled.update(range(pair.opening, pair.closing))
        elif at[0] < at[1]:
            placed.append((at[0], _Rank.OPENING, pair.opening - pair.closing, codes[pair.opening]))
            placed.append((at[1], _Rank.CLOSING, pair.closing - pair.opening, codes[pair.closing]))
    for number, code in enumerate(codes):
        if number not in settled and (code.element not in _BREAKS):
            leading = code.offset == 0
            at_end = 0 if leading else len(plain)
            placed.append((at_end, _Rank.LEADING if leading else _Rank.TRAILING, number, code))
    return tuple(replace(code, offset=offset) for offset, _, _, code in sorted(placed, key=lambda entry: entry[:3]))


def _pairs(codes: tuple[Code, ...]) -> Iterator[_Pair]:
    opened = {code.pair: at for at, code in enumerate(codes) if code.role is CodeRole.OPEN and code.pair}
    for at, code in enumerate(codes):
        if code.role is CodeRole.CLOSE and code.pair in opened:
            yield _Pair(opened[code.pair], at)


def _place_of(source: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the stretch of the target that answers to a stretch of the source, if that is certain."""
    if not start and end == len(source):
        return 0, len(plain)
    words = source[start:end]
    if not words.strip() or plain.count(words) != 1:
        return None
    at = plain.index(words)
    return at, at + len(words)
