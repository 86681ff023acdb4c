"""Folding of Japanese terms: two forms in which the spellings of one word meet.

The *strict* form drops what is never a difference between words: width and case, middle dots in katakana, spaces beside Japanese
characters, ヴァ against バ. The *loose* form drops also long vowels, small ッ, and okurigana between kanji (打ち込む =
打込む) and at the end of a term; it only brings candidates together, and `glossary.spelling` judges them.
`segments.fold` is another thing: it keeps every difference that a translator would have to translate.
"""

import re
import unicodedata
from dataclasses import dataclass

KANJI = "\u3005\u3006\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KATAKANA = "\u30a1-\u30fa\u30fc\u31f0-\u31ff"
HIRAGANA = "\u3041-\u309f"

_ONE_TO_ONE: dict[int, str] = {
    **{code: chr(code).lower() for code in range(0x41, 0x5B)},
    **{code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF66, 0xFFA0)},
    **{ord(char): twin for char, twin in zip("〜−‐‑–―’‘“”\u3000", "~-----''\"\" ", strict=True)},
}
_V_SOUNDS = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}

_JAPANESE = f"{KANJI}{KATAKANA}{HIRAGANA}"
_COMPOSED = "(?:ヴ|ウ\u3099)[ァィェォュ]?|.[\u3099\u309a]"
_UNHEARD = f"(?<=[{KATAKANA}])[・･](?=[{KATAKANA}])|(?<=[{_JAPANESE}]) +| +(?=[{_JAPANESE}])"
_ENDINGS = "[わかさたらま]?[いきぎしじちみびりえけげせめべれ]"
_STRICT = re.compile(f"{_COMPOSED}|{_UNHEARD}")
_LOOSE = re.compile(f"{_COMPOSED}|{_UNHEARD}|[ーッ]|(?<=[{KANJI}]){_ENDINGS}(?=[{KANJI}])")
_LAST_ENDING = re.compile(f"(?<=[{KANJI}]{{2}})[{HIRAGANA}]{{1,3}}$")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` has the original offset of each of its characters (`None`: the same as in it)."""

    text: str
    offsets: list[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that a span of the folded text stands for."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold_strictly(text: str) -> str:
    """Give the strict form of a text."""
    return _STRICT.sub(_replacement, text.translate(_ONE_TO_ONE))


def fold_loosely(term: str) -> str:
    """Give the loose form of a term; one kanji with kana keeps its kana, because 高い is not 高."""
    return _LAST_ENDING.sub("", _LOOSE.sub(_replacement, term.translate(_ONE_TO_ONE))) or fold_strictly(term)


def fold_text(text: str) -> Folded:
    """Give the loose form of a running text (endings kept), with the way back to the original offsets."""
    plain = text.translate(_ONE_TO_ONE)
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for found in _LOOSE.finditer(plain):
        new = _replacement(found)
        pieces += (plain[last : found.start()], new)
        offsets += range(last, found.start())
        offsets += [found.end() - 1] * len(new)
        last = found.end()
    if not last:
        return Folded(plain, None)
    offsets += range(last, len(plain))
    return Folded("".join(pieces) + plain[last:], offsets)


def _replacement(found: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", found[0])
    if composed in _V_SOUNDS:
        return _V_SOUNDS[composed]
    return composed if composed != found[0] else ""
