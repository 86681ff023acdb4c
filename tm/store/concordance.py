"""The concordance indexes of the memories: which units may contain a string, as the database is now.

Like the match indexes (`tm.store.shelf`) they are derived data, kept in files beside the database, brought up to date from
the change log, and made anew when that does not fit. Deleted units need no attention: what the index offers is looked at
in the database before anybody sees it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from threading import Lock
from weakref import WeakKeyDictionary

from segments.fold import fold
from tm.match.grams import Grams
from tm.match.spellings import Spellings
from tm.model import Memory
from tm.store import sidecar
from tm.store.changes import Mark, changed_since, last_mark
from tm.store.engine import Store
from tm.store.units import texts_of, units_by_id

# Fewer units are indexed quicker than a file is opened.
_WORTH_A_FILE = 2_000
# More changes than this are quicker made anew than followed.
_MANY_CHANGES = 5_000


@dataclass(slots=True)
class _Held:
    """An index, up to where it has read the change log, the state of the database then, and the spellings it has."""

    index: Grams
    mark: Mark
    seen: int = -1
    spellings: Spellings | None = None


class ConcordanceIndexes:
    """Holds the concordance indexes of one open database; safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._held: dict[int, _Held] = {}

    def candidates(self, memories: Sequence[Memory], folded: str) -> Iterator[int]:
        """Give the ids of the units that may contain a folded string in source or target, the newest first."""
        with self._lock:
            each = [self._current(memory).index.candidates(folded) for memory in memories]
        return merge(*each, reverse=True)

    def spellings(self, memories: Sequence[Memory], reading: str) -> list[str]:
        """Give the strings in the memories that are likely to be read like this (kana or romaji)."""
        with self._lock:
            return list(dict.fromkeys(text for memory in memories for text in self._spellings(memory).of(reading)))

    def _spellings(self, memory: Memory) -> Spellings:
        held = self._current(memory)
        if held.spellings is None:
            held.spellings = Spellings(held.index.pairs())
        return held.spellings

    def _current(self, memory: Memory) -> _Held:
        seen = self._store.data_version()
        held = self._held.get(memory.id) or self._opened(memory)
        if held is None or (held.seen != seen and not self._catch_up(memory, held)):
            held = self._built(memory)
        held.seen = seen
        self._held[memory.id] = held
        return held

    def _label(self, memory: Memory) -> sidecar.Label:
        return sidecar.Label(self._store.uuid, memory.id, "concordance")

    def _opened(self, memory: Memory) -> _Held | None:
        label = self._label(memory)
        found = sidecar.opened(sidecar.place_of(self._store.path, label), label, Grams.from_arrays)
        return _Held(*found) if found else None

    def _built(self, memory: Memory) -> _Held:
        """Build an index from the units, and write it to its file where that is worth it."""
        with self._store.read() as connection:
            mark = last_mark(connection)
            rows = texts_of(connection, [memory.id])
            index = Grams.build((unit_id, folded_unit(*texts)) for unit_id, *texts in rows)
        if len(index) >= _WORTH_A_FILE:
            label = self._label(memory)
            sidecar.publish(sidecar.place_of(self._store.path, label), label, mark, index.arrays())
        return _Held(index, mark)

    def _catch_up(self, memory: Memory, held: _Held) -> bool:
        """Follow the change log; False when the index had better be made anew."""
        with self._store.read() as connection:
            found = changed_since(connection, held.mark, _MANY_CHANGES)
            if found is None:
                return False
            held.mark, changed = found
            units = units_by_id(connection, sorted(changed))
        held.spellings = held.spellings if not changed else None
        for one in units.values():
            if one.memory_id == memory.id:
                held.index.add(one.id, folded_unit(one.source, one.source_lang, one.target, one.target_lang))
        return True


def folded_unit(source: str, source_lang: str, target: str, target_lang: str) -> str:
    """Give what is searched in of a unit: source and target folded, a line break between them."""
    return f"{fold(source, source_lang)}\n{fold(target, target_lang)}"


_indexes: WeakKeyDictionary[Store, ConcordanceIndexes] = WeakKeyDictionary()


def concordance_of(store: Store) -> ConcordanceIndexes:
    """Give the concordance indexes of an open database."""
    return _indexes.setdefault(store, ConcordanceIndexes(store))
