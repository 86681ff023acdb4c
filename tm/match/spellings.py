"""Spellings: which strings of a memory may be read in a given way, so that ひかくか and hikakuka find 非核化.

A string is put together character by character, a kanji first: each character with a reading that fits, standing after
the one before it somewhere in the memory (the pairs of `tm.match.grams`). What comes out is kept if Sudachi, too, reads it
so, and takes it for words and nothing between them (に方 is read にほう, but に is a particle). A reading that belongs to a
word as a whole and to none of its characters (今日, きょう) is not found in this way.

Romaji is compared in the one form of `glossary.romaji`, so that Hepburn and Kunrei, with or without long vowels, are the
same; kana is compared to the letter.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from glossary.romaji import romanised
from segments.morphology import analyse, reading_of, readings_of_character

_DOUBLED = re.compile(r"([^aeiou])\1")
_KANA = re.compile("[ぁ-ゖァ-ヺー・]+")
_ROMAJI = re.compile("[A-Za-zāīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ'’-]+")
_SIGN_BITS = np.uint64(21)
_JAPANESE = (0x3041, 0xFB00)
_WORDS = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞"})
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SECOND = np.uint64(0x1FFFFF)
# What is heard only by its neighbours.
_SILENT = frozenset("ーっッ")
# So many words are looked at for each character and place; of them one in so many must have a reading; so long it may be.
_EXAMPLES, _SELDOM, _LONGEST_LEARNED = 12, 10, 4
# A shorter reading, in romaji, belongs to too many characters.
_SHORTEST = 3
# So many strings are put together, and so many given, at most.
_TRIED, _GIVEN = 1_500, 16


def is_kana(text: str) -> bool:
    """Tell whether a text is written in kana alone."""
    return _KANA.fullmatch(text) is not None


def is_romaji(text: str) -> bool:
    """Tell whether a text may be romaji: one word of Latin letters, with or without macrons or circumflexes."""
    return _ROMAJI.fullmatch(text) is not None


class Spellings:
    """The strings of one memory by their readings."""

    def __init__(self, pairs: NDArray[np.uint64]) -> None:
        """Take the pairs of characters of a memory, ascending (`Grams.pairs`)."""
        self._pairs = pairs
        self._characters: dict[str, list[int]] = {}
        for character, readings in sorted(_learned(pairs).items(), reverse=True):
            for reading in {_sound(reading) for reading in readings}:
                if reading or character in _SILENT:
                    self._characters.setdefault(reading, []).append(ord(character))
        self._longest = max(map(len, self._characters), default=0)

    def of(self, reading: str) -> list[str]:
        """Give the strings read like this (kana or romaji) that may occur, the likelier first, a few at most."""
        wanted = _sound(reading)
        if len(wanted) < _SHORTEST:
            return []
        found = (text for text in islice(self._put_together(wanted), _TRIED) if _is_read(text, reading))
        return sorted(filter(_is_words, found), key=_unlikeliness)[:_GIVEN]

    def _put_together(self, wanted: str) -> Iterator[str]:
        """Give what can be put together for a reading, the shortest strings first: they are few, and the likeliest.

        Single characters are left out: their readings are shared by too many.
        """
        for length in range(2, len(wanted) + 1):
            yield from self._of_length(wanted, length, set())

    def _of_length(
        self, wanted: str, length: int, hopeless: set[tuple[int, int, str]], start: int = 0, before: str = ""
    ) -> Iterator[str]:
        """Give what can be put together for the reading from `start` on in so many characters, after those before.

        `hopeless` keeps the states from which there is no way to the end.
        """
        state = start, length, before[-1:]
        if length == 0:
            if start == len(wanted):
                yield before
            return
        if state in hopeless:
            return
        found = False
        for end, code in self._steps(wanted, start, before):
            for text in self._of_length(wanted, length - 1, hopeless, end, before + chr(code)):
                found = True
                yield text
        if not found:
            hopeless.add(state)

    def _steps(self, wanted: str, start: int, before: str) -> Iterator[tuple[int, int]]:
        """Give the characters that may come next, each with where its reading ends."""
        silent = before != "" and before[-1] not in _SILENT
        for end in range(min(len(wanted), start + self._longest), start - silent, -1):
            codes = self._characters.get(wanted[start:end], [])
            yield from ((end, code) for code in (self._following(before, codes) if codes else ()))

    def _following(self, before: str, codes: list[int]) -> list[int]:
        """Give those of the characters that stand after the last one somewhere."""
        if not before:
            return [code for code in codes if not is_kana(chr(code))]
        keys = np.uint64(ord(before[-1]) << 21) | np.array(codes, np.uint64)
        places = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        return [code for code, there in zip(codes, self._pairs[places] == keys, strict=True) if there]


def _learned(pairs: NDArray[np.uint64]) -> dict[str, set[str]]:
    """Give the readings of the characters, in kana.

    The dictionary does not have all (聞 is never ブン by itself): the others come from the words that two characters make.
    """
    firsts, seconds = (pairs >> _SIGN_BITS).tolist(), (pairs & _SECOND).tolist()
    japanese = [code for code in {*firsts, *seconds} if _JAPANESE[0] <= code < _JAPANESE[1]]
    readings = {chr(code): _readings(chr(code)) for code in japanese}
    met: Counter[str] = Counter()
    learned: Counter[tuple[str, str]] = Counter()
    for one, other in zip(map(chr, firsts), map(chr, seconds), strict=True):
        if one in readings and other in readings and not is_kana(one) and min(met[one], met["-" + other]) < _EXAMPLES:
            met.update((one, "-" + other))
            learned.update(_lessons(readings, one, other))
    for (character, reading), times in learned.items():
        examples = met[character] + met["-" + character]
        if times * _SELDOM >= examples and len(reading) <= _LONGEST_LEARNED and not is_kana(character):
            readings[character].add(reading)
    return readings


def _lessons(readings: dict[str, set[str]], one: str, other: str) -> Iterator[tuple[str, str]]:
    """Give what the reading of two characters says of each, where the other's reading is known."""
    whole = reading_of(one + other)
    yield from ((one, whole[: -len(known)]) for known in readings[other] if whole[1:].endswith(known))
    yield from ((other, whole[len(known) :]) for known in readings[one] if whole[:-1].startswith(known))


def _readings(character: str) -> set[str]:
    return {character.translate(_KATAKANA)} if is_kana(character) else set(readings_of_character(character))


def _sound(reading: str) -> str:
    """Give a reading so that the parts of a word have it wherever the word is cut (ガッ and コウ for gakko)."""
    return _DOUBLED.sub(r"\1", romanised(reading))


def _is_read(text: str, reading: str) -> bool:
    if is_kana(reading):
        return reading_of(text) == reading.translate(_KATAKANA)
    return romanised(reading_of(text)) == romanised(reading)


def _is_words(text: str) -> bool:
    return all(token.part in _WORDS for token in analyse(text))


def _unlikeliness(text: str) -> tuple[int, int, int]:
    return len(analyse(text)), sum(map(is_kana, text)), len(text)
