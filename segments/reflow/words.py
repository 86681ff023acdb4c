"""The words of a text, by which a word broken at the end of a line is known again."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]{2,}")


class WordList:
    """The words that a text uses elsewhere, without regard to capitals."""

    def __init__(self, text: str) -> None:
        self._words = Counter(word.lower() for word in _WORD.findall(text))

    def has(self, word: str) -> bool:
        """Tell whether the text has this word, whole."""
        return word.lower() in self._words
