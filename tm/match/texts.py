"""The texts behind an index, packed into arrays, and their distances to a query.

There are two kinds, one for each way of measuring (see `tm.match.similarity`): texts as characters and texts as words.
Both number their texts by *slot*, in the order given, and speak of distances in steps.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tm.match.features import Numbers, Tokens
from tm.match.similarity import STEPS_PER_CHARACTER, STEPS_PER_WORD, counts_characters, near_key, words
from tm.match.vocabulary import Vocabulary
from tm.match.worddistance import word_distances

Arrays = dict[str, NDArray[Any]]


class Texts(Protocol):
    """Folded texts of one language, packed."""

    steps: ClassVar[int]
    """Steps in the distance for one token inserted or deleted."""
    codes_per_token: ClassVar[int]
    """How many codes `tokens` gives for each token."""

    @classmethod
    def pack(cls, folded: Sequence[str]) -> Self:
        """Pack folded texts."""

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""

    def arrays(self) -> Arrays:
        """Give the packed form."""

    @staticmethod
    def length(folded: str) -> int:
        """Give the length of a folded text in tokens."""

    def tokens(self, first: int, last: int) -> Tokens:
        """Give the tokens of the texts in slots `first` to `last` − 1."""

    @staticmethod
    def query_tokens(folded: str) -> list[tuple[int, int]]:
        """Give token codes of a query with their weights: the steps by which sharing them brings a text nearer."""

    def distances(self, folded: str, slots: Numbers, most: int) -> Numbers:
        """Give the distances of the texts in some slots to a query; any number above `most` may stand for a larger one."""

    def __getitem__(self, slot: int) -> str:
        """Give a folded text."""


class CharacterTexts:
    """Texts as characters, in UTF-16."""

    steps: ClassVar[int] = STEPS_PER_CHARACTER
    codes_per_token: ClassVar[int] = 1

    def __init__(self, text: NDArray[np.uint8], offsets: Numbers) -> None:
        self._text, self._offsets = text, offsets
        self._bytes = np.ascontiguousarray(text).data

    @classmethod
    def pack(cls, folded: Sequence[str]) -> Self:
        """Pack folded texts."""
        encoded = [text.encode("utf-16-le", "surrogatepass") for text in folded]
        return cls(np.frombuffer(b"".join(encoded), np.uint8), _offsets(encoded))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""
        return cls(arrays["text"], arrays["offsets"])

    def arrays(self) -> Arrays:
        """Give the packed form."""
        return {"text": self._text, "offsets": self._offsets}

    @staticmethod
    def length(folded: str) -> int:
        """Give the length of a folded text in characters."""
        return len(folded)

    def tokens(self, first: int, last: int) -> Tokens:
        """Give the characters of some texts."""
        texts = list(self._slice(range(first, last)))
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), "<u4")
        return Tokens(codes, np.fromiter(map(len, texts), np.int64, len(texts)))

    @staticmethod
    def query_tokens(folded: str) -> list[tuple[int, int]]:
        """Give the characters of a query; sharing one brings a text one step nearer."""
        return [(ord(character), 1) for character in folded]

    def distances(self, folded: str, slots: Numbers, most: int) -> Numbers:
        """Give the distances of some texts to a query, in characters."""
        texts = list(self._slice(slots.tolist()))
        table: Numbers = cdist([folded], texts, scorer=Levenshtein.distance, score_cutoff=most, dtype=np.int64)
        return table.ravel()

    def __getitem__(self, slot: int) -> str:
        return next(self._slice([slot]))

    def _slice(self, slots: Sequence[int]) -> Iterator[str]:
        chosen = np.asarray(slots, np.int64)
        for start, end in zip(self._offsets[chosen].tolist(), self._offsets[chosen + 1].tolist(), strict=True):
            yield str(self._bytes[start:end], "utf-16-le", "surrogatepass")


class WordTexts:
    """Texts as words, each word by its number in a vocabulary."""

    steps: ClassVar[int] = STEPS_PER_WORD
    codes_per_token: ClassVar[int] = 2

    def __init__(self, tokens: NDArray[np.int32], offsets: Numbers, vocabulary: Vocabulary) -> None:
        self._tokens, self._offsets, self._vocabulary = tokens, offsets, vocabulary

    @classmethod
    def pack(cls, folded: Sequence[str]) -> Self:
        """Pack folded texts."""
        texts = [words(text) for text in folded]
        vocabulary = Vocabulary.of(word for text in texts for word in text)
        numbers = vocabulary.numbers()
        tokens = np.fromiter((numbers[word] for text in texts for word in text), np.int32)
        return cls(tokens, _offsets(texts), vocabulary)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Take up what `arrays` gave."""
        return cls(arrays["tokens"], arrays["offsets"], Vocabulary(arrays["vocabulary"], arrays["vocabulary_offsets"]))

    def arrays(self) -> Arrays:
        """Give the packed form."""
        return {
            "tokens": self._tokens,
            "offsets": self._offsets,
            "vocabulary": self._vocabulary.text,
            "vocabulary_offsets": self._vocabulary.offsets,
        }

    @staticmethod
    def length(folded: str) -> int:
        """Give the length of a folded text in words."""
        return len(words(folded))

    def tokens(self, first: int, last: int) -> Tokens:
        """Give each word of some texts twice: as itself, and as what nearly equal words share."""
        tokens = self._tokens[self._offsets[first] : self._offsets[last]]
        used, numbers = np.unique(tokens, return_inverse=True)
        codes = np.array([_codes(self._vocabulary[word]) for word in used.tolist()], np.uint32).reshape(-1, 2)
        return Tokens(codes[numbers].reshape(-1), 2 * np.diff(self._offsets[first : last + 1]))

    @staticmethod
    def query_tokens(folded: str) -> list[tuple[int, int]]:
        """Give the codes of a query's words: a nearly equal word saves three of four steps at most, an equal one all."""
        return [
            weighted for word in words(folded) for weighted in zip(_codes(word), (1, STEPS_PER_WORD - 1), strict=True)
        ]

    def distances(self, folded: str, slots: Numbers, most: int) -> Numbers:  # noqa: ARG002 — a table has no short cut
        """Give the distances of some texts to a query, in quarters of a word."""
        texts = [self._tokens[self._offsets[slot] : self._offsets[slot + 1]] for slot in slots.tolist()]
        return word_distances(words(folded), texts, self._vocabulary)

    def __getitem__(self, slot: int) -> str:
        tokens = self._tokens[self._offsets[slot] : self._offsets[slot + 1]]
        return " ".join(self._vocabulary[token] for token in tokens.tolist())


def texts_type(lang: str) -> type[CharacterTexts] | type[WordTexts]:
    """Give the kind of texts that a language is measured as."""
    return CharacterTexts if counts_characters(lang) else WordTexts


def _codes(word: str) -> tuple[int, int]:
    return crc32(word.encode("utf-8", "surrogatepass")), crc32(near_key(word).encode("utf-8", "surrogatepass"), 1)


def _offsets(pieces: Sequence[bytes] | Sequence[list[str]]) -> Numbers:
    offsets = np.zeros(len(pieces) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)), out=offsets[1:])
    return offsets
