"""One side of an alignment as arrays: the words of its sentences by number, and the lengths of the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from segments.align.lexicon import Lexicon
from segments.align.words import english_words, japanese_words
from segments.values import Value, read_values

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one language.

    Attributes:
        words: Every different word once; a word's number is its place here.
        readings: For words that the other language may spell by their sound, their reading in katakana.
        tokens: The words of all sentences by number, one sentence after the other.
        starts: Where each sentence begins in `tokens`, and at last where the tokens end.
        lengths: Characters of each sentence, white space not counted.
    """

    words: tuple[str, ...]
    readings: dict[str, str]
    tokens: Ints
    starts: Ints
    lengths: Floats

    def __len__(self) -> int:
        """Count the sentences."""
        return len(self.lengths)

    @property
    def sizes(self) -> Ints:
        """Count the words of each sentence."""
        return np.diff(self.starts)

    @property
    def sentences(self) -> Ints:
        """Give for each token the number of its sentence."""
        return np.repeat(np.arange(len(self)), self.sizes)

    @property
    def counts(self) -> Ints:
        """Count the tokens of each word."""
        return np.bincount(self.tokens, minlength=len(self.words))

    def part(self, sentences: slice) -> "Side":
        """Give some of the sentences, with the same numbers of words."""
        starts = self.starts[sentences.start : sentences.stop + 1]
        tokens = self.tokens[starts[0] : starts[-1]]
        return Side(self.words, self.readings, tokens, starts - starts[0], self.lengths[sentences])


def read_side(sentences: Sequence[str], lang: str, lexicon: Lexicon) -> Side:
    """Read the sentences of a text in `lang` (`ja`, or a language written with spaces) into arrays."""
    numbers: dict[str, int] = {}
    readings: dict[str, str] = {}
    tokens: list[int] = []
    starts = [0]
    for sentence in sentences:
        values = read_values(sentence, lang)
        rest = _without(sentence, values)
        words = _japanese(rest, lexicon, readings) if lang == "ja" else english_words(rest)
        words += [word for value in values for word in value.words()]
        tokens += [numbers.setdefault(word, len(numbers)) for word in words]
        starts.append(len(tokens))
    lengths = [len("".join(sentence.split())) for sentence in sentences]
    return Side(
        tuple(numbers), readings, np.array(tokens, np.int64), np.array(starts, np.int64), np.array(lengths, np.float64)
    )


def _without(sentence: str, values: list[Value]) -> str:
    """Blank out what is read by value."""
    for value in values:
        sentence = sentence[: value.start] + " " * (value.end - value.start) + sentence[value.end :]
    return sentence


def _japanese(sentence: str, lexicon: Lexicon, readings: dict[str, str]) -> list[str]:
    """Give the content words of a sentence and the phrases of the lexicon in it; note readings."""
    words = japanese_words(sentence)
    readings.update((word.lemma, word.reading) for word in words if word.reading)
    return [word.lemma for word in words if not word.empty] + lexicon.phrases(words)
