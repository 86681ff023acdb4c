"""Grams: which of a million texts may contain a string, by its pairs of characters and its words.

Concordance asks for one character as often as for a phrase, so there is a list of texts for every pair of characters that
stand side by side; the lists for the pairs that begin with one character lie side by side too, and together are the list
of that character. Languages written with spaces have few letters and many words, and their pairs would tell little: a run
of letters or digits is one word, and a string's words are looked for among all words of the texts, within them, at their
ends, or whole.

The lists say which texts *may* contain a string; the texts themselves decide. So nothing needs to be done when a text is
deleted, and a changed one is simply added again.

Texts are numbered in chunks of 65,536, newest last; a number in a list takes two bytes, and a search that is content with
the newest hits ends early.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, islice
from typing import Any, Self
from unicodedata import unidata_version

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

LAYOUT = (1, *map(int, unidata_version.split(".")))
"""What stored arrays depend on: how they are laid out, and the Unicode tables that texts were folded by."""

_CHUNK = 1 << 16
_FRESH = 512
_PLACE_BITS, _SIGN_BITS = np.uint64(16), np.uint64(21)
# East Asian scripts begin here; before it are the alphabets.
_EAST = 0x2E80
_IN_WORD = np.array([chr(code).isalnum() or chr(code).isspace() for code in range(_EAST)])
_WORD = re.compile(f"[^\\W_{chr(_EAST)}-\U0010ffff]+")


@dataclass(frozen=True, slots=True)
class Needle:
    """What the lists are asked for a folded string.

    Attributes:
        signs: Ranges of keys of pairs, first and last; a text must have one of each.
        words: What must occur in the list of words, with a line break where a word must begin or end.
    """

    signs: tuple[tuple[int, int], ...]
    words: tuple[bytes, ...]

    @classmethod
    def of(cls, folded: str) -> Self:
        """Take a folded string apart."""
        codes = [*map(ord, folded)]
        signs = [_is_sign(code) for code in codes]
        ranges = []
        for place, code in enumerate(codes):
            if place + 1 < len(codes) and signs[place]:
                key = _key(code, codes[place + 1] if signs[place + 1] else 0)
                ranges.append((key, key))
            elif signs[place] and not (place and signs[place - 1]):
                ranges.append((_key(code, 0), _key(code + 1, 0) - 1))
        return cls(tuple(ranges), tuple(_word_needle(found, len(folded)) for found in _WORD.finditer(folded)))


def _is_sign(code: int) -> bool:
    """Tell a character that is looked for in pairs from one that makes up words, or a space."""
    return code >= _EAST or not _IN_WORD[code]


def _key(first: int, second: int) -> int:
    return first << 21 | second


def _word_needle(found: re.Match[str], length: int) -> bytes:
    begins, ends = "\n" if found.start() else "", "\n" if found.end() < length else ""
    return f"{begins}{found[0]}{ends}".encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class _Lists:
    """Lists of places by ascending keys: those of `keys[n]` are `places[starts[n]:starts[n + 1]]`, ascending."""

    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    places: NDArray[np.uint16]

    @classmethod
    def of(cls, keyed: NDArray[np.uint64]) -> Self:
        """Make lists of numbers whose last 16 bits are a place and whose other bits are a key."""
        keyed = np.sort(keyed)
        keyed = keyed[_firsts(keyed)]
        keys = keyed >> _PLACE_BITS
        starts = _firsts(keys)
        return cls(keys[starts], np.append(starts, len(keyed)).astype(np.int64), keyed.astype(np.uint16))

    def between(self, first: int, last: int) -> NDArray[np.uint16]:
        """Give the places of all keys from first to last, one list after another."""
        low = int(np.searchsorted(self.keys, np.uint64(first)))
        high = int(np.searchsorted(self.keys, np.uint64(last), side="right"))
        return self.places[self.starts[low] : self.starts[high]]

    def at(self, numbers: NDArray[np.int64]) -> NDArray[np.uint16]:
        """Give the places of the keys with some numbers, one list after another."""
        starts, lengths = self.starts[numbers], self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(lengths)
        found: NDArray[np.uint16] = self.places[
            np.arange(int(lengths.sum())) + np.repeat(starts - ends + lengths, lengths)
        ]
        return found


def _firsts(ordered: NDArray[Any]) -> NDArray[np.int64]:
    """Give where each number comes for the first time (NumPy's own `unique` takes three times as long)."""
    return np.flatnonzero(np.concatenate(([True] * (len(ordered) > 0), ordered[1:] != ordered[:-1])))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Up to 65,536 texts.

    Attributes:
        ids: Their ids, ascending.
        signs: Lists by pairs of characters (the second is 0 where a word, a space or the end follows).
        words: Lists by numbers of words.
        vocabulary: The words, each between line breaks, in UTF-8.
        beginnings: Where in the vocabulary the line break before each word is.
    """

    ids: NDArray[np.int64]
    signs: _Lists
    words: _Lists
    vocabulary: NDArray[np.uint8]
    beginnings: NDArray[np.int64]

    @classmethod
    def build(cls, texts: Mapping[int, str]) -> Self:
        """Make a chunk of folded texts by their ids, which ascend."""
        numbered, met = _words_of(texts.values())
        encoded = [word.encode("utf-8", "surrogatepass") for word in met]
        ends = np.cumsum([0, *(len(word) + 1 for word in encoded)], dtype=np.int64)
        vocabulary = np.frombuffer(b"\n" + b"".join(word + b"\n" for word in encoded), np.uint8)
        ids = np.fromiter(texts, np.int64, len(texts))
        return cls(ids, _Lists.of(_pairs_of(texts.values())), _Lists.of(numbered), vocabulary, ends[:-1])

    def find(self, needle: Needle) -> Iterator[int]:
        """Give the ids of the texts that may contain a string, the highest first."""
        found = np.ones(len(self.ids), np.bool_)
        for places in self._places(needle):
            has = np.zeros(len(self.ids), np.bool_)
            has[places] = True
            found &= has
        yield from self.ids[np.flatnonzero(found)[::-1]].tolist()

    def _places(self, needle: Needle) -> Iterator[NDArray[np.uint16]]:
        for first, last in needle.signs:
            yield self.signs.between(first, last)
        for word in needle.words:
            yield self.words.at(self._numbers(word))

    def _numbers(self, word: bytes) -> NDArray[np.int64]:
        """Give the numbers of the words in which something occurs."""
        hits = [found.start() for found in re.finditer(re.escape(word), self.vocabulary.data)]
        numbers = np.searchsorted(self.beginnings, hits, side="right") - 1
        return numbers[_firsts(numbers)]


def _pairs_of(texts: Iterable[str]) -> NDArray[np.uint64]:
    """Give for each character that is no word's the pair it begins, with the place of its text."""
    lines = [text + "\n" for text in texts]
    codes = np.frombuffer("".join(lines).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.repeat(np.arange(len(lines), dtype=np.uint64), [len(line) for line in lines])
    signs = ~_IN_WORD[np.minimum(codes, _EAST - 1)] | (codes >= _EAST)
    at = np.flatnonzero(signs)
    following = np.where(signs[at + 1], codes[at + 1], 0).astype(np.uint64)
    pairs: NDArray[np.uint64] = codes[at].astype(np.uint64) << _SIGN_BITS | following
    return pairs << _PLACE_BITS | places[at]


def _words_of(texts: Iterable[str]) -> tuple[NDArray[np.uint64], Iterable[str]]:
    """Give for each word of each text its number with the place of the text, and the words by their numbers."""
    met: dict[str, int] = {}
    numbered = array("Q")
    for place, text in enumerate(texts):
        numbered.extend(met.setdefault(word, len(met)) << 16 | place for word in set(_WORD.findall(text)))
    return np.array(numbered, np.uint64), met


class Grams:
    """Folded texts by id, to which texts are added; for one thread at a time, but what it gave may be read on."""

    def __init__(self, chunks: Sequence[_Chunk] = ()) -> None:
        self._base = tuple(chunks)
        self._later: tuple[_Chunk, ...] = ()
        self._waiting: dict[int, str] = {}
        self._fresh: _Chunk | None = None

    @classmethod
    def build(cls, texts: Iterable[tuple[int, str]]) -> Self:
        """Make an index of folded texts, which come in ascending order of their ids; a chunk of them is held at a time."""
        waiting = iter(texts)
        return cls(list(iter(lambda: _next_chunk(waiting), None)))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave; memory-mapped arrays are read only where a search looks.

        Raises:
            ValueError: The arrays are of another layout than this program makes; the index must be built anew.
        """
        if "layout" not in arrays or tuple(arrays["layout"].tolist()[:-1]) != LAYOUT:
            raise ValueError("The index is of another version of the program; build it anew.")
        return cls([_chunk_from(arrays, number) for number in range(int(arrays["layout"][-1]))])

    def arrays(self) -> Arrays:
        """Give all that was built, without what was added since, to be stored as it is."""
        held: Arrays = {"layout": np.array([*LAYOUT, len(self._base)], np.int64)}
        for number, chunk in enumerate(self._base):
            held |= {f"{number}.{name}": each for name, each in _arrays_of(chunk).items()}
        return held

    def __len__(self) -> int:
        return sum(len(chunk.ids) for chunk in (*self._base, *self._later)) + len(self._waiting)

    def add(self, text_id: int, folded: str) -> None:
        """Take up a folded text, or the new wording of one."""
        self._fresh = None
        self._waiting[text_id] = folded
        if len(self._waiting) >= _FRESH:
            self._later = (*self._later, self._waiting_chunk())
            self._waiting = {}

    def candidates(self, folded: str) -> Iterator[int]:
        """Give the ids of the texts that may contain a folded string, each once, the highest first.

        Every text that contains it is among them. They are searched for as they are asked for.
        """
        needle = Needle.of(folded)
        base = chain.from_iterable(chunk.find(needle) for chunk in reversed(self._base))
        return _distinct(merge(base, *(chunk.find(needle) for chunk in self._added()), reverse=True))

    def pairs(self) -> NDArray[np.uint64]:
        """Give, ascending, the pairs of characters that occur: the first's code times 2²¹ plus the second's."""
        each = [chunk.signs.keys for chunk in (*self._base, *self._added())]
        keys = np.sort(np.concatenate([np.empty(0, np.uint64), *each]))
        return keys[_firsts(keys)]

    def _added(self) -> tuple[_Chunk, ...]:
        """Give the chunks of what was added."""
        if self._waiting and self._fresh is None:
            self._fresh = self._waiting_chunk()
        return (*self._later, self._fresh) if self._fresh else self._later

    def _waiting_chunk(self) -> _Chunk:
        return _Chunk.build(dict(sorted(self._waiting.items())))


def _next_chunk(texts: Iterator[tuple[int, str]]) -> _Chunk | None:
    held = dict(islice(texts, _CHUNK))
    return _Chunk.build(held) if held else None


def _arrays_of(chunk: _Chunk) -> Arrays:
    signs, words = chunk.signs, chunk.words
    return {
        "ids": chunk.ids,
        "signs": signs.keys,
        "sign_starts": signs.starts,
        "sign_places": signs.places,
        "words": words.keys,
        "word_starts": words.starts,
        "word_places": words.places,
        "vocabulary": chunk.vocabulary,
        "beginnings": chunk.beginnings,
    }


def _chunk_from(arrays: Mapping[str, NDArray[Any]], number: int) -> _Chunk:
    def of(name: str) -> NDArray[Any]:
        return arrays[f"{number}.{name}"]

    signs = _Lists(of("signs"), of("sign_starts"), of("sign_places"))
    words = _Lists(of("words"), of("word_starts"), of("word_places"))
    return _Chunk(of("ids"), signs, words, of("vocabulary"), of("beginnings"))


def _distinct(descending: Iterable[int]) -> Iterator[int]:
    last = None
    for one in descending:
        if one != last:
            yield one
        last = one
