"""A sorted list of words in two arrays, so that a file can hold it and a process need not load it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Self

import numpy as np
from numpy.typing import NDArray


class Vocabulary:
    """Distinct words in the order of their characters, numbered from 0.

    Attributes:
        text: The words one after another, in UTF-8.
        offsets: Where each word begins in `text`, and where the last one ends.
    """

    def __init__(self, text: NDArray[np.uint8], offsets: NDArray[np.int64]) -> None:
        self.text, self.offsets = text, offsets
        self._bytes = np.ascontiguousarray(text).data

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Make a vocabulary of all the words given."""
        # UTF-8 keeps the order of characters.
        encoded = [word.encode("utf-8", "surrogatepass") for word in sorted(set(words))]
        offsets = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)), out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError(number)
        return str(self._bytes[self.offsets[number] : self.offsets[number + 1]], "utf-8", "surrogatepass")

    def numbers(self) -> dict[str, int]:
        """Give the number of each word."""
        return {self[number]: number for number in range(len(self))}

    def number(self, word: str) -> int:
        """Give the number of a word, or -1 where it is unknown."""
        place = self.starting_with(word).start
        return place if place < len(self) and self[place] == word else -1

    def starting_with(self, prefix: str) -> range:
        """Give the numbers of the words that start with a prefix."""
        start = bisect_left(self, prefix)
        return range(start, bisect_left(self, True, start, key=lambda word: not word.startswith(prefix)))
