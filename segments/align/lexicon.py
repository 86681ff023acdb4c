"""What words may translate each other: phrases of Japanese with the English words that may answer them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from segments.align.words import Word, english_words, japanese_words, phrase_key

_ASIDE = re.compile(r"\([^)]*\)|（[^）]*）|～|〜|…")
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A dictionary for comparing sentences.

    Attributes:
        entries: For the key of a Japanese phrase (see `phrase_key`) the English lemmas it may give, each with a weight:
            1 for a translation of one word, 1/n for each word of a translation of n.
        longest: Words in the longest phrase.
    """

    entries: Mapping[str, Mapping[str, float]]
    longest: int

    @classmethod
    def build(cls, pairs: Iterable[tuple[str, str]]) -> "Lexicon":
        """Make a lexicon from pairs of a Japanese term and its English translation, in any number and order."""
        entries: dict[str, dict[str, float]] = defaultdict(dict)
        longest = 1
        for japanese, english in pairs:
            words = japanese_words(_ASIDE.sub("", japanese))
            glosses = english_words(_ASIDE.sub("", english))
            if not words or len(words) > _LONGEST or not glosses:
                continue
            longest = max(longest, len(words))
            meanings = entries[phrase_key(words)]
            for gloss in glosses:
                meanings[gloss] = max(meanings.get(gloss, 0.0), 1 / len(glosses))
        return cls(dict(entries), longest)

    def merged(self, other: "Lexicon") -> "Lexicon":
        """Give a lexicon that knows what both know."""
        entries = {key: dict(meanings) for key, meanings in self.entries.items()}
        for key, meanings in other.entries.items():
            mine = entries.setdefault(key, {})
            for word, weight in meanings.items():
                mine[word] = max(mine.get(word, 0.0), weight)
        return Lexicon(entries, max(self.longest, other.longest))

    def phrases(self, words: list[Word]) -> list[str]:
        """Give the keys of the phrases of two or more words that stand in a sentence."""
        keys = []
        for start in range(len(words)):
            key = words[start].lemma
            for word in words[start + 1 : start + self.longest]:
                key += word.lemma
                if key in self.entries:
                    keys.append(key)
        return keys


@cache
def shipped() -> Lexicon:
    """Give the lexicon of frequent words that comes with the program."""
    text = files("segments.align").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return Lexicon.build((japanese, gloss) for japanese, glosses in rows for gloss in glosses.split(";"))
