"""The texts behind an index, packed into arrays in order of length, and their distances to a query.

There are two kinds, one for each way of measuring (see `tm.match.similarity`): texts as characters and texts as words.
Both number their texts by *slot*, the shortest text first, and speak of distances in steps.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tm.match.features import Tokens
from tm.match.planes import Numbers
from tm.match.similarity import STEPS_PER_CHARACTER, STEPS_PER_WORD, counts_characters, near_key, words
from tm.match.vocabulary import Vocabulary
from tm.match.worddistance import WordRuler

Arrays = dict[str, NDArray[Any]]
Ruler = Callable[[Numbers, int], Numbers]
"""Gives the distances of some slots to a query; any number above the second argument may stand for a larger one."""


class Texts(Protocol):
    """Folded texts of one language, packed in order of length."""

    steps: ClassVar[int]
    """Steps in the distance for one token inserted or deleted."""
    codes_per_token: ClassVar[int]
    """How many codes `tokens` gives for each token."""

    @classmethod
    def pack(cls, folded: Sequence[str]) -> tuple[Self, Numbers, Numbers]:
        """Pack folded texts; give with them, for each slot, its length in tokens and its position among `folded`.

        Of texts of equal length the first keeps coming first.
        """

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""

    def arrays(self) -> Arrays:
        """Give the packed form."""

    def tokens(self, first: int, last: int) -> Tokens:
        """Give the codes of the texts in slots `first` to `last` − 1."""

    def query_tokens(self, folded: str) -> list[tuple[int, int]]:
        """Give the codes of a query with their weights: the steps by which sharing them may bring a text nearer."""

    def length(self, folded: str) -> int:
        """Give the length of a query in tokens."""

    def ruler(self, folded: str) -> Ruler:
        """Give what measures distances to a query."""

    def __getitem__(self, slot: int) -> str:
        """Give a folded text; words come with single spaces between them."""


class CharacterTexts:
    """Texts as characters, in UTF-16."""

    steps: ClassVar[int] = STEPS_PER_CHARACTER
    codes_per_token: ClassVar[int] = 1

    def __init__(self, text: NDArray[np.uint8], offsets: Numbers) -> None:
        self._text, self._offsets = text, offsets
        self._bytes = np.ascontiguousarray(text).data

    @classmethod
    def pack(cls, folded: Sequence[str]) -> tuple[Self, Numbers, Numbers]:
        """Pack folded texts; give with them the length and the position of each slot."""
        lengths = np.fromiter(map(len, folded), np.int64, len(folded))
        order = np.argsort(lengths, kind="stable")
        encoded = [folded[position].encode("utf-16-le", "surrogatepass") for position in order.tolist()]
        sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
        return cls(np.frombuffer(b"".join(encoded), np.uint8), _offsets(sizes)), lengths[order], order

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""
        return cls(arrays["text"], arrays["offsets"])

    def arrays(self) -> Arrays:
        """Give the packed form."""
        return {"text": self._text, "offsets": self._offsets}

    def tokens(self, first: int, last: int) -> Tokens:
        """Give the characters of some texts."""
        texts = list(self._slice(np.arange(first, last)))
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), "<u4")
        return Tokens(codes, np.fromiter(map(len, texts), np.int64, len(texts)))

    def query_tokens(self, folded: str) -> list[tuple[int, int]]:
        """Give the characters of a query; sharing one brings a text one step nearer."""
        return [(ord(character), 1) for character in folded]

    def length(self, folded: str) -> int:
        """Give the length of a query in characters."""
        return len(folded)

    def ruler(self, folded: str) -> Ruler:
        """Give what measures distances to a query, in characters."""

        def distances(slots: Numbers, most: int) -> Numbers:
            texts = list(self._slice(slots))
            table: Numbers = cdist([folded], texts, scorer=Levenshtein.distance, score_cutoff=most, dtype=np.int64)
            return table.ravel()

        return distances

    def __getitem__(self, slot: int) -> str:
        return next(self._slice(np.array([slot])))

    def _slice(self, slots: Numbers) -> Iterator[str]:
        for start, end in zip(self._offsets[slots].tolist(), self._offsets[slots + 1].tolist(), strict=True):
            yield str(self._bytes[start:end], "utf-16-le", "surrogatepass")


class WordTexts:
    """Texts as words, each word by its number in a vocabulary."""

    steps: ClassVar[int] = STEPS_PER_WORD
    codes_per_token: ClassVar[int] = 2

    def __init__(self, numbers: NDArray[np.int32], offsets: Numbers, vocabulary: Vocabulary) -> None:
        self._numbers, self._offsets, self._vocabulary = numbers, offsets, vocabulary

    @classmethod
    def pack(cls, folded: Sequence[str]) -> tuple[Self, Numbers, Numbers]:
        """Pack folded texts; give with them the length and the position of each slot."""
        met: dict[str, int] = {}
        numbers, lengths = array("i"), np.zeros(len(folded), np.int64)
        for position, text in enumerate(folded):
            found = [met.setdefault(word, len(met)) for word in words(text)]
            numbers.extend(found)
            lengths[position] = len(found)
        vocabulary = Vocabulary.of(met)
        sorted_numbers = np.fromiter((vocabulary.number(word) for word in met), np.int32, len(met))
        order = np.argsort(lengths, kind="stable")
        arranged = np.frombuffer(numbers, np.int32)[_ragged(_offsets(lengths)[order], lengths[order])]
        return cls(sorted_numbers[arranged], _offsets(lengths[order]), vocabulary), lengths[order], order

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""
        return cls(arrays["numbers"], arrays["offsets"], Vocabulary(arrays["vocabulary"], arrays["vocabulary_offsets"]))

    def arrays(self) -> Arrays:
        """Give the packed form."""
        return {
            "numbers": self._numbers,
            "offsets": self._offsets,
            "vocabulary": self._vocabulary.text,
            "vocabulary_offsets": self._vocabulary.offsets,
        }

    def tokens(self, first: int, last: int) -> Tokens:
        """Give each word of some texts twice: as itself, and as what nearly equal words share."""
        used, places = np.unique(self._numbers[self._offsets[first] : self._offsets[last]], return_inverse=True)
        codes = np.array([_codes(self._vocabulary[word]) for word in used.tolist()], np.uint32).reshape(-1, 2)
        return Tokens(codes[places].ravel(), 2 * np.diff(self._offsets[first : last + 1]))

    def query_tokens(self, folded: str) -> list[tuple[int, int]]:
        """Give the codes of a query's words: a nearly equal word saves three of four steps at most, an equal one all."""
        weights = (1, STEPS_PER_WORD - 1)
        return [weighted for word in words(folded) for weighted in zip(_codes(word), weights, strict=True)]

    def length(self, folded: str) -> int:
        """Give the length of a query in words."""
        return len(words(folded))

    def ruler(self, folded: str) -> Ruler:
        """Give what measures distances to a query, in quarters of a word."""
        ruler = WordRuler(words(folded), self._vocabulary)

        def distances(slots: Numbers, _: int) -> Numbers:
            starts, lengths = self._offsets[slots], self._offsets[slots + 1] - self._offsets[slots]
            return ruler.distances(self._numbers[_ragged(starts, lengths)], lengths)

        return distances

    def __getitem__(self, slot: int) -> str:
        numbers = self._numbers[self._offsets[slot] : self._offsets[slot + 1]]
        return " ".join(self._vocabulary[number] for number in numbers.tolist())


def texts_type(lang: str) -> type[CharacterTexts] | type[WordTexts]:
    """Give the kind of texts that a language is measured as."""
    return CharacterTexts if counts_characters(lang) else WordTexts


def _codes(word: str) -> tuple[int, int]:
    return crc32(word.encode("utf-8", "surrogatepass")), crc32(near_key(word).encode("utf-8", "surrogatepass"), 1)


def _offsets(sizes: Numbers) -> Numbers:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))


def _ragged(starts: Numbers, lengths: Numbers) -> Numbers:
    """Give the places of pieces one after another: starts 5 and 0 of lengths 2 and 3 give 5 6 0 1 2."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
