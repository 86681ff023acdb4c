"""Guards: differences that matter more than their size, and that a high score must not hide.

放棄する and 放棄しない differ by two characters and say opposite things. Guards look at two similar sources: numbers and names
must be the same; nouns must keep their particles (日本が中国を, 日本を中国が); and where the texts differ, the markers of
`tm.match.markers` must be of the same kinds, clause by clause, so that a ない that wanders from one clause into another is
seen.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from segments.fold import fold
from segments.values import read_values
from tm.match.alignment import blocks
from tm.match.markers import Kind, Marker, markers
from tm.match.names import names
from tm.match.numbers import Number, numbers

_SHORT_BLOCK = 1  # so few equal characters between two changes do not part two clauses
_CASE = re.compile("([a-z0-9ァ-ヺー一-龥々]+)(から|より|まで|[がはをにへと]|も(?![りのし])|で(?![あすしき]))")
_OPPOSITE = "Opposite"
_E_ROW = frozenset("えけげせてねべめれ")
_ROW_OF = {
    kana: row
    for row in zip("わかがさたなばまら", "いきぎしちにびみり", "うくぐすつぬぶむる", "えけげせてねべめれ", strict=True)
    for kana in row
}
_SAME_CASE = str.maketrans({"は": "が", "も": "が", "へ": "に"})


def concerns(held: str, wanted: str, lang: str) -> list[str]:
    """Name what a translator must look at before taking over the target of a held source for the wanted one.

    Args:
        held: The source of a unit.
        wanted: The source to translate.
        lang: The language of both; there are guards for `ja` and `en`.

    Returns:
        Plain sentences, none where nothing was found.
    """
    a, b = fold(held, lang), fold(wanted, lang)
    if a == b:
        return []
    found = [
        *_number_concerns(a, b, lang),
        *_name_concerns(held, wanted, lang),
        *_case_concerns(a, b),
        *_ability_concerns(a, b, lang),
        *_marker_concerns(a, b, lang),
    ]
    return list(dict.fromkeys(found))


def _number_concerns(held: str, wanted: str, lang: str) -> Iterator[str]:
    quick = [list(numbers(text, lang)) for text in (held, wanted)]
    in_held, in_wanted = (Counter(number.value for number in found) for found in quick)
    if in_held != in_wanted and not _same_values((held, wanted), quick, lang):
        yield _sentence("Numbers differ", (in_held - in_wanted).elements(), (in_wanted - in_held).elements())


def _same_values(texts: tuple[str, str], quick: Iterable[list[Number]], lang: str) -> bool:
    """Look closer at numbers that seem to differ: 平成31年 is 2019年, 3割 is 30%. All of them must have been understood."""
    read = [read_values(text, lang) for text in texts]
    held, wanted = (Counter((value.kind, value.value, value.upto, value.unit) for value in values) for values in read)
    return held == wanted and all(
        any(value.start <= number.start < value.end for value in values)
        for values, found in zip(read, quick, strict=True)
        for number in found
    )


def _name_concerns(held: str, wanted: str, lang: str) -> Iterator[str]:
    """Compare names by their letters: there are no variants of a name (渡辺 is not 渡邊)."""
    in_held = [name for name in names(held, lang) if name not in wanted]
    in_wanted = [name for name in names(wanted, lang) if name not in held]
    if in_held or in_wanted:
        yield _sentence("Names differ", in_held, in_wanted)


def _case_concerns(held: str, wanted: str) -> Iterator[str]:
    """Compare the particles of the nouns that both texts have once."""
    in_held, in_wanted = _cases(held), _cases(wanted)
    for noun, before in in_held.items():
        after = in_wanted.get(noun, before)
        if before.translate(_SAME_CASE) != after.translate(_SAME_CASE):
            yield _sentence("The part that a word plays differs", [noun + before], [noun + after])


def _cases(folded: str) -> dict[str, str]:
    found = _CASE.findall(folded)
    times = Counter(noun for noun, _ in found)
    return {noun: particle for noun, particle in found if times[noun] == 1}


def _ability_concerns(held: str, wanted: str, lang: str) -> Iterator[str]:
    """See that only one of two verbs stands in the potential: 飲め instead of 飲ま or 飲む."""
    place = (0, 0)
    for block in blocks(held, wanted, lang):
        before, after = (part.removesuffix("る") for part in (held[place[0] : block.a], wanted[place[1] : block.b]))
        if (before in _E_ROW) != (after in _E_ROW) and before in _ROW_OF and _ROW_OF[before] == _ROW_OF.get(after):
            yield _sentence("Ability or voice differs", [before], [after])
        place = (block.a + block.size, block.b + block.size)


def _marker_concerns(held: str, wanted: str, lang: str) -> Iterator[str]:
    """Compare the markers in each changed stretch, row by row of their table."""
    for in_held, in_wanted in _clauses(held, wanted, lang):
        left_held, left_wanted = _left(in_held, in_wanted), _left(in_wanted, in_held)
        for row in sorted({marker.kind.row for marker in (*left_held, *left_wanted)}):
            before = [marker for marker in left_held if marker.kind.row == row]
            after = [marker for marker in left_wanted if marker.kind.row == row]
            title = (before or after)[0].kind.title
            if title != _OPPOSITE or (before and after):
                yield _sentence(f"{title} differs", (one.text for one in before), (one.text for one in after))


def _left(mine: Iterable[Marker], theirs: Iterable[Marker]) -> list[Marker]:
    """Give my markers that have no partner of their kind among theirs."""
    partners = Counter(marker.kind for marker in theirs)
    left = []
    for marker in mine:
        if partners[marker.kind]:
            partners[marker.kind] -= 1
        else:
            left.append(marker)
    return left


def _clauses(held: str, wanted: str, lang: str) -> Iterable[tuple[list[Marker], list[Marker]]]:
    """Give, for each changed stretch, the markers of either text that the other does not have at the same place."""
    equal = [block for block in blocks(held, wanted, lang) if block.size > _SHORT_BLOCK]
    placed = (
        _placed(markers(held, lang), [(block.a, block.a + block.size) for block in equal]),
        _placed(markers(wanted, lang), [(block.b, block.b + block.size) for block in equal]),
    )
    clauses: defaultdict[int, tuple[list[Marker], list[Marker]]] = defaultdict(lambda: ([], []))
    for side, mine, theirs in zip((0, 1), placed, reversed(placed), strict=True):
        for place, marker in mine.items():
            if place not in theirs:
                clauses[place[0]][side].append(marker)
    return clauses.values()


def _placed(found: Iterable[Marker], equal: Sequence[tuple[int, int]]) -> dict[tuple[int, int, Kind], Marker]:
    """Say of each marker before the end of which equal stretch it begins, and where in it, if it is all inside."""
    placed = {}
    for marker in found:
        number = bisect_right(equal, marker.start, key=lambda span: span[1])
        start, end = equal[number] if number < len(equal) else (0, 0)
        inside = start <= marker.start and marker.end <= end
        placed[number, marker.start - start if inside else -1 - marker.start, marker.kind] = marker
    return placed


def _sentence(what: str, held: Iterable[str], wanted: Iterable[str]) -> str:
    return f"{what}: {_listed(held)} in the memory, {_listed(wanted)} here."


def _listed(texts: Iterable[str]) -> str:
    return " and ".join(texts) or "nothing"
