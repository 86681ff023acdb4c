"""Words of a Japanese text, by Sudachi: its shortest units (mode A), with the facts that term recognition needs.

A thin wrapper around three facts of SudachiPy 0.7: a Tokenizer belongs to one thread; a call takes at most 49,149 bytes;
`Morpheme.split` gives wrong units, so that a text is analysed in the mode that is wanted.
"""

import re
import threading
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sudachipy import Dictionary
    from sudachipy.tokenizer import Tokenizer

_MOST_BYTES = 49_149
_MOST_CHARACTERS = _MOST_BYTES // 4
# Sudachi takes a reading in brackets, as in 弥(ゆきや), for a part of the word before it.
_GLOSS = re.compile(r"[(（][ぁ-ゖァ-ヺー]+[)）]$")
_threads = threading.local()


class Token(NamedTuple):
    """A word in its text (a named tuple, because it is made thousands of times a second).

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        normal: Its normalized form: dictionary form, usual spelling (`打込ん` → `打ち込む`).
        part: Its part of speech, the first level of UniDic (`名詞`, `動詞`, `接尾辞` …).
        detail: The second and third level, joined (`固有名詞 人名`, `普通名詞 サ変可能` …).
        known: The dictionary has it.
    """

    start: int
    end: int
    normal: str
    part: str
    detail: str
    known: bool


class Form(NamedTuple):
    """How a word is written, read and inflected.

    Attributes:
        text: Its characters.
        normal: Its normalized form.
        reading: Its reading in katakana.
        part: All six levels of UniDic: part of speech, conjugation, inflected form.
        known: The dictionary has it.
    """

    text: str
    normal: str
    reading: str
    part: tuple[str, ...]
    known: bool

    @property
    def is_name(self) -> bool:
        """Whether it is a proper noun."""
        return self.part[1] == "固有名詞"


def analyse(text: str) -> tuple[Token, ...]:
    """Give the words of a text in order; together they cover it.

    The first call loads the dictionary (0.1 s). A text longer than Sudachi takes is analysed piece by piece, each
    ending at a line break or full stop where there is one.
    """
    return tuple(token for start, piece in _pieces(text) for token in _analyse_piece(piece, start))


@lru_cache(maxsize=256)
def forms_of(text: str) -> tuple[Form, ...]:
    """Give the words of a text in order, as they are written, read and inflected; together they cover it."""
    return tuple(
        Form(word.surface(), word.normalized_form(), word.reading_form(), word.part_of_speech(), not word.is_oov())
        for _, piece in _pieces(text)
        for word in _tokenizer().tokenize(piece)
    )


def normal_forms(text: str) -> list[str]:
    """Give only the normalized forms of the words of a text (faster than `analyse`, and nothing is remembered)."""
    return [word.normalized_form() for _, piece in _pieces(text) for word in _tokenizer().tokenize(piece)]


@lru_cache(maxsize=20_000)
def reading_of(text: str) -> str:
    """Give the reading of a text in katakana, as Sudachi reads it when it stands alone."""
    return "".join(word.reading_form() for _, piece in _pieces(text) for word in _tokenizer().tokenize(piece))


@lru_cache(maxsize=20_000)
def cost_of_cut(left: str, right: str) -> int:
    """Say how unlikely Sudachi finds two pieces side by side as words of their own (its path cost; less is likelier).

    Only costs of the same characters can be compared: 米｜国民 is likelier than 米国｜民, 日本｜流 than 日｜本流.
    """
    cost: int = _tokenizer().tokenize(f"、{left}、{right}、").get_internal_cost()
    return cost


@lru_cache(maxsize=20_000)
def is_name(text: str) -> bool:
    """Say whether the dictionary has exactly this as a proper noun."""
    return any(entry.part_of_speech()[1] == "固有名詞" for entry in _dictionary().lookup(text))


def readings_of_character(character: str) -> list[str]:
    """Give the readings, in katakana, that the dictionary has for a single character, without repetition."""
    return list(dict.fromkeys(entry.reading_form() for entry in _dictionary().lookup(character)))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _MOST_CHARACTERS:
        window = text[start : start + _MOST_CHARACTERS]
        length = max(window.rfind("\n"), window.rfind("。")) + 1 or len(window)
        yield start, window[:length]
        start += length
    yield start, text[start:]


def _analyse_piece(piece: str, offset: int) -> Iterator[Token]:
    kinds = _kinds()
    for word in _tokenizer().tokenize(piece):
        part, detail = kinds[word.part_of_speech_id()]
        start, end = word.begin(), word.end()
        gloss = _GLOSS.search(piece, start + 1, end) if end > start + 3 else None
        if gloss:
            end = gloss.start()
        yield Token(start + offset, end + offset, word.normalized_form(), part, detail, not word.is_oov())
        if gloss:
            yield Token(end + offset, gloss.end() + offset, gloss[0], "補助記号", "一般", known=False)


@cache
def _dictionary() -> "Dictionary":
    from sudachipy import Dictionary  # noqa: PLC0415 — loading it costs start-up time, and few commands need it

    return Dictionary()


def _tokenizer() -> "Tokenizer":
    if not hasattr(_threads, "tokenizer"):
        from sudachipy import SplitMode  # noqa: PLC0415 — as above

        _threads.tokenizer = _dictionary().tokenizer(mode=SplitMode.A)
    tokenizer: Tokenizer = _threads.tokenizer
    return tokenizer


@cache
def _kinds() -> list[tuple[str, str]]:
    """Give part of speech and detail by Sudachi's number of the part of speech."""
    kinds = takewhile(bool, map(_dictionary().pos_of, count()))
    return [(kind[0], " ".join(level for level in kind[1:3] if level != "*")) for kind in kinds if kind]
