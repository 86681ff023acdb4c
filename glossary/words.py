"""The words of a Japanese text, as recognition asks for them: by place, and as terms would have them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from glossary.folding import in_new_kanji
from segments.morphology import Token, analyse

_FORMS_OF_SURU = frozenset({"出来る", "致す", "為さる"})


class Words:
    """The words of a text.

    Attributes:
        text: The text, in new kanji.
        tokens: Its words in order.
        normals: Their normalized forms, with the する of a verbal noun where the text has できる or いたす for it.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.normals = list(_normals(tokens))
        self._number_at = [number for number, token in enumerate(tokens) for _ in range(token.start, token.end)]

    def at(self, place: int) -> Token:
        """Give the word that covers a character."""
        return self.tokens[self._number_at[place]]

    def cuts_word(self, place: int) -> bool:
        """Say whether a cut before this character goes through a word."""
        return 0 < place < len(self.text) and self._number_at[place - 1] == self._number_at[place]


@lru_cache(maxsize=256)
def words_of_japanese(text: str) -> Words:
    """Give the words of a text; the last texts are remembered, for a segment is looked at several times."""
    modern = in_new_kanji(text)
    return Words(modern, analyse(modern))


def _normals(tokens: Sequence[Token]) -> Iterator[str]:
    verbal = False
    for token in tokens:
        yield "為る" if verbal and token.normal in _FORMS_OF_SURU else token.normal
        verbal = token.detail.endswith("サ変可能")
