"""The match indexes of the memories, brought up to date from the change log before every look-up.

An index is derived data: it is opened from its file (`tm.store.sidecar`) or built from the units, then follows the change
log. It is made anew when the log does not hold the row it was last read to (a restored or copied database), and when so
much has changed that following would take longer.
"""

from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from segments.language import same_language
from tm.match import Index, Layer, LiveIndex
from tm.model import Memory
from tm.store import sidecar
from tm.store.changes import Mark, changed_since, last_mark
from tm.store.engine import Store
from tm.store.units import sources_of, units_by_id

# Fewer units are indexed quicker than a file is opened.
_WORTH_A_FILE = 2_000
# More changes than this are quicker made anew than followed.
_MANY_CHANGES = 5_000


@dataclass(slots=True)
class _Shelved:
    """An index, up to where it has read the change log, and the state of the database then."""

    index: LiveIndex
    mark: Mark
    seen: int = -1


class Shelf:
    """Holds the indexes of one open database; safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._held: dict[tuple[int, str], _Shelved] = {}

    def query(self, memory: Memory, lang: str, text: str, threshold: float, k: int) -> list[tuple[int, float]]:
        """Find the units of a memory most similar to a text of a language, as (id, similarity), as the database is now."""
        with self._lock:
            return self._current(memory, lang).query(text, threshold, k)

    def _current(self, memory: Memory, lang: str) -> LiveIndex:
        seen = self._store.data_version()
        key = memory.id, lang
        shelved = self._held.get(key) or self._opened(memory, lang)
        if shelved is None or (shelved.seen != seen and not self._catch_up(memory, lang, shelved)):
            shelved = self._built(memory, lang)
        shelved.seen = seen
        self._held[key] = shelved
        return shelved.index

    def _label(self, memory: Memory, lang: str) -> sidecar.Label:
        return sidecar.Label(self._store.uuid, memory.id, lang)

    def _opened(self, memory: Memory, lang: str) -> _Shelved | None:
        label = self._label(memory, lang)
        found = sidecar.opened(sidecar.place_of(self._store.path, label), label, lambda arrays: _index(arrays, lang))
        return _Shelved(*found) if found else None

    def _built(self, memory: Memory, lang: str) -> _Shelved:
        """Build an index from the units, and write it to its file where that is worth it."""
        with self._store.read() as connection:
            mark = last_mark(connection)
            texts = dict(sources_of(connection, memory.id, lang))
        index = LiveIndex.build(list(texts), list(texts.values()), lang)
        if len(texts) >= _WORTH_A_FILE and index.base is not None:
            label = self._label(memory, lang)
            arrays = {"ids": index.base.ids, **index.base.index.arrays()}
            sidecar.publish(sidecar.place_of(self._store.path, label), label, mark, arrays)
        return _Shelved(index, mark)

    def _catch_up(self, memory: Memory, lang: str, shelved: _Shelved) -> bool:
        """Follow the change log; False when the index had better be made anew."""
        with self._store.read() as connection:
            found = changed_since(connection, shelved.mark, _MANY_CHANGES)
            if found is None:
                return False
            mark, changed = found
            units = units_by_id(connection, sorted(changed))
        for unit_id in sorted(changed):
            shelved.index.remove(unit_id)
            unit = units.get(unit_id)
            if unit is not None and unit.memory_id == memory.id and unit.source and unit.target:
                text = unit.source if same_language(unit.source_lang, lang) else unit.target
                shelved.index.add(unit_id, text)
        shelved.mark = mark
        return True


def _index(arrays: sidecar.Arrays, lang: str) -> LiveIndex:
    return LiveIndex(lang, [Layer(Index.from_arrays(arrays, lang), arrays["ids"])])


_shelves: WeakKeyDictionary[Store, Shelf] = WeakKeyDictionary()


def shelf_of(store: Store) -> Shelf:
    """Give the shelf of an open database."""
    return _shelves.setdefault(store, Shelf(store))
