"""Concordance: every unit whose source or target contains a string, or matches a regular expression."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from heapq import merge
from itertools import islice
from time import monotonic

import regex

from segments.fold import fold
from tm.errors import RequestError
from tm.match.spellings import is_kana, is_romaji
from tm.model import Memory, Project, Unit
from tm.store import Connection, Store
from tm.store.concordance import concordance_of
from tm.store.units import texts_of, units_by_id
from tm.workbench.projects import reading_order

SECONDS = 10.0
"""How long a search by regular expression may take."""

_BATCH = 64


class Side(StrEnum):
    """Where to look."""

    BOTH = "both"
    SOURCE = "source"
    TARGET = "target"

    def of(self, source: str, target: str) -> tuple[str, ...]:
        """Give those of two things that belong to the side."""
        return {Side.BOTH: (source, target), Side.SOURCE: (source,), Side.TARGET: (target,)}[self]


def concordance(
    store: Store, project: Project, query: str, *, side: Side = Side.BOTH, limit: int = 200, offset: int = 0
) -> list[Unit]:
    """Give the units that contain a string, the newest first, in the memories that a project reads.

    Both are folded (`segments.fold`), so that width, case and encoding make no difference. A query in kana finds what is
    read like it, too; one in letters does where nothing contains it (`tm.match.spellings`). Texts that were confirmed a
    moment ago, here or in another program, are found.
    """
    memories = [memory for memory, _ in reading_order(project)]
    forms = [query]
    if (len(query) > 1 and is_kana(query)) or (
        is_romaji(query) and not _search(store, memories, forms, side, slice(1))
    ):
        forms += concordance_of(store).spellings(memories, query)
    return _search(store, memories, forms, side, slice(offset, offset + limit))


def _search(store: Store, memories: Sequence[Memory], forms: Sequence[str], side: Side, which: slice) -> list[Unit]:
    """Give some of the units, counted from the newest, that contain one of the forms."""
    folded = {fold(form, lang) for form in forms for lang in _langs(memories)} - {""}
    candidates = merge(*(concordance_of(store).candidates(memories, form) for form in folded), reverse=True)
    with store.read() as connection:
        found = (unit for unit in _units(connection, candidates) if _contains(unit, forms, side))
        return list(islice(found, which.start, which.stop))


def _langs(memories: Sequence[Memory]) -> set[str]:
    return {lang for memory in memories for lang in (memory.source_lang, memory.target_lang)}


def _units(connection: Connection, descending: Iterable[int]) -> Iterator[Unit]:
    """Read units in batches that grow, in the order of their ids, each once."""
    waiting, size, last = iter(descending), _BATCH, 0
    while batch := list(islice(waiting, size)):
        units = units_by_id(connection, batch)
        yield from (units[one] for one in dict.fromkeys(batch) if one in units and one != last)
        last, size = batch[-1], 2 * size


def _contains(unit: Unit, forms: Sequence[str], side: Side) -> bool:
    langs = side.of(unit.source_lang, unit.target_lang)
    return any(
        wanted in folded
        for text, lang in zip(side.of(unit.source, unit.target), langs, strict=True)
        for folded in (fold(text, lang),)
        for wanted in (fold(form, lang) for form in forms)
        if wanted
    )


def concordance_by_pattern(
    store: Store,
    project: Project,
    pattern: str,
    *,
    side: Side = Side.BOTH,
    limit: int = 200,
    offset: int = 0,
    seconds: float = SECONDS,
) -> list[Unit]:
    """Give the units in which a regular expression (of the `regex` module) finds something, the newest first.

    Texts are taken as they are, not folded.

    Raises:
        RequestError: The expression cannot be read, or the search takes longer than `seconds`.
    """
    memories = [memory.id for memory, _ in reading_order(project)]
    try:
        compiled = regex.compile(pattern)
        with store.read() as connection:
            ids = _matching(connection, memories, compiled, side, monotonic() + seconds)
            found = list(islice(ids, offset, offset + limit))
            units = units_by_id(connection, found)
    except regex.error as error:
        raise RequestError(f"The expression '{pattern}' cannot be read: {error}.") from None
    except TimeoutError:
        raise RequestError(
            f"The search for '{pattern}' was stopped after {seconds:g} seconds. Make the expression simpler."
        ) from None
    return [units[one] for one in found]


def _matching(
    connection: Connection, memories: list[int], compiled: "regex.Pattern[str]", side: Side, until: float
) -> Iterator[int]:
    """Give the ids of the units in which something is found.

    Raises:
        TimeoutError: It is later than `until`.
    """
    for unit_id, source, _, target, _ in texts_of(connection, memories, newest_first=True):
        left = until - monotonic()
        if left <= 0:
            raise TimeoutError
        if any(compiled.search(text, timeout=left) for text in side.of(source, target)):
            yield unit_id
