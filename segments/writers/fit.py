"""Codes for a target: those of its source and no others, kept where the translator put them or placed as well as can be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeAlias

from segments.model import Code, CodedText, CodeRole

# What belongs to the line or the words of the source and means nothing elsewhere: breaks, the readings of a ruby.
_BOUND = frozenset(("br", "wbr", "w:br", "w:cr", "rp", "rt", "rtc", "ruby"))

Identity: TypeAlias = tuple[CodeRole, str, str, tuple[tuple[str, str], ...], str]


def identity(code: Code) -> Identity:
    """Give what makes a code the same one wherever it stands."""
    return code.role, code.pair, code.element, code.attributes, code.data


def fit_codes(source: CodedText, target: CodedText | str) -> CodedText:
    """Give the target with such codes as its source has.

    A target with codes keeps those that come from its source, each as often as there, pairs only whole. A target without
    codes gets those that have an obvious place: around the whole text, at its beginning or end, or around words that
    stand in the target once and unchanged (names, commands, addresses). Other formatting is dropped, line breaks and
    readings with it. Codes that are content of their own, such as the number of a footnote or a picture, are never lost:
    where nobody placed them they go to the end.
    """
    coded = CodedText(target) if isinstance(target, str) else target
    plain = " ".join(coded.plain.splitlines()) if len(coded.plain.splitlines()) > 1 else coded.plain.rstrip("\r\n")
    if not coded.codes:
        return source if plain == source.plain else CodedText(plain, _placed(source, plain))
    kept = tuple(_whole_pairs(source, _known(source, coded, len(plain))))
    return CodedText(plain, (*kept, *_forgotten(source, kept, len(plain))))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The numbers of two codes that belong together."""

    name: str
    opening: int
    closing: int
    empty: bool


def _known(source: CodedText, target: CodedText, length: int) -> Iterator[Code]:
    left = Counter(identity(code) for code in source.codes)
    for code in sorted(target.codes, key=lambda code: code.offset):
        if left[identity(code)]:
            left[identity(code)] -= 1
            yield replace(code, offset=min(max(code.offset, 0), length))


def _whole_pairs(source: CodedText, codes: Iterator[Code]) -> Iterator[Code]:
    """Leave out codes whose partner is in the source but missing or on the wrong side, and pairs that lost their text."""
    kept = tuple(codes)
    empty = {pair.name for pair in _pairs(source.codes) if pair.empty}
    whole = {pair.name for pair in _pairs(source.codes)}
    right = {
        pair.name for pair in _pairs(kept) if pair.opening < pair.closing and (pair.name in empty or not pair.empty)
    }
    yield from (code for code in kept if code.pair not in whole or code.pair in right)


def _forgotten(source: CodedText, kept: tuple[Code, ...], length: int) -> Iterator[Code]:
    """Give what is content of its own and missing, for the end."""
    there = Counter(identity(code) for code in kept)
    for code in source.codes:
        if code.role is CodeRole.STANDALONE and code.element not in _BOUND:
            if not there[identity(code)]:
                yield replace(code, offset=length)
            there[identity(code)] -= 1


class _Rank(IntEnum):
    """What comes first where several codes stand at one place."""

    LEADING = 0
    CLOSING = 1
    OPENING = 2
    TRAILING = 3


@dataclass(frozen=True, slots=True)
class _Placed:
    """A code with its place in the target; at one place longer pairs go around shorter ones."""

    offset: int
    rank: _Rank
    number: int
    code: Code

    def order(self) -> tuple[int, int, int]:
        return self.offset, self.rank, self.number


def _placed(source: CodedText, plain: str) -> tuple[Code, ...]:
    """Place the codes of a source in a target that has none."""
    codes = source.codes
    pairs = list(_pairs(codes))
    placed = [entry for pair in pairs for entry in _around_words(source, plain, pair)]
    paired = {number for pair in pairs for number in (pair.opening, pair.closing)}
    for number, code in enumerate(codes):
        if number in paired or code.element in _BOUND:
            continue
        if code.offset == 0:
            placed.append(_Placed(0, _Rank.LEADING, number, code))
        else:
            placed.append(_Placed(len(plain), _Rank.TRAILING, number, code))
    return tuple(replace(place.code, offset=place.offset) for place in sorted(placed, key=_Placed.order))


def _around_words(source: CodedText, plain: str, pair: _Pair) -> Iterator[_Placed]:
    """Place a pair of codes around what it stood around, if the target has that."""
    opening, closing = source.codes[pair.opening], source.codes[pair.closing]
    at = None if opening.element in _BOUND else _place_of(source.plain, plain, opening.offset, closing.offset)
    if at is not None:
        length = pair.closing - pair.opening
        yield _Placed(at[0], _Rank.OPENING, -length, opening)
        yield _Placed(at[1], _Rank.CLOSING, length, closing)


def _pairs(codes: tuple[Code, ...]) -> Iterator[_Pair]:
    opened = {code.pair: at for at, code in enumerate(codes) if code.role is CodeRole.OPEN and code.pair}
    for at, code in enumerate(codes):
        if code.role is CodeRole.CLOSE and code.pair in opened:
            opening = opened[code.pair]
            yield _Pair(code.pair, opening, at, empty=codes[opening].offset == code.offset)


def _place_of(source: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the stretch of the target that answers to a stretch of the source, if that is certain."""
    if not start and end == len(source):
        return (0, len(plain)) if plain else None
    words = source[start:end]
    if not words.strip() or plain.count(words) != 1:
        return None
    at = plain.index(words)
    return at, at + len(words)
