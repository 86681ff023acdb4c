"""How alike two texts are: the measure that every match rests on, written to be read, not to be fast.

Texts are folded first (`segments.fold`), so that width, case and encoding make no difference. Then

    similarity(a, b) = 1 − distance(a, b) / max(length(a), length(b))

**Languages written without spaces** (Japanese, Chinese): the distance is Levenshtein's over characters, and the length
counts characters.

**All others**: both count words (`words`). Inserting or deleting a word costs 1. Replacing word x by word y costs

    0                                  if x = y,
    ⌈4 · lev(x, y) / max(|x|, |y|)⌉/4  if both begin with the same two characters, the first a letter,
                                       and lev(x, y) / max(|x|, |y|) ≤ 1/2,
    1                                  otherwise,

with lev Levenshtein's distance over characters. So `resolution` for `resolutions` costs a quarter, `North` for `Nor` a
half, and 2018 for 2019 is another word altogether. Costs are multiples of a quarter, so that distances can be counted in
whole **steps** (a character is one step, a word four) and no rounding ever decides which of two matches is the better.
"""

import re
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from segments.fold import fold

_UNSPACED = frozenset({"ja", "zh"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:'\w+)*|[^\w\s]")

STEPS_PER_CHARACTER = 1
STEPS_PER_WORD = 4


def similarity(a: str, b: str, lang: str) -> float:
    """Say how alike two texts of a language are, from 0 (nothing in common) to 1 (the same when folded).

    The module's first lines have the definition.

    Args:
        a: A text.
        b: Another text of the same language.
        lang: `ja` and `zh` compare characters, every other language words; subtags are allowed.
    """
    a, b = fold(a, lang), fold(b, lang)
    if counts_characters(lang):
        return ratio(Levenshtein.distance(a, b), STEPS_PER_CHARACTER * max(len(a), len(b)))
    x, y = words(a), words(b)
    return ratio(word_distance(x, y), STEPS_PER_WORD * max(len(x), len(y)))


def ratio(steps: int, longest: int) -> float:
    """Turn a distance and the length of the longer text, both in steps, into a similarity."""
    return 1 - steps / longest if longest else 1.0


def counts_characters(lang: str) -> bool:
    """Tell whether a language is compared by characters rather than by words."""
    return lang.split("-", maxsplit=1)[0].lower() in _UNSPACED


def words(folded: str) -> list[str]:
    """Take a folded text apart into words, numbers and single punctuation marks."""
    return _WORD.findall(folded)


def word_distance(a: list[str], b: list[str]) -> int:
    """Give the distance of two lists of words in steps, by the classic table, row by row."""
    row = [STEPS_PER_WORD * deleted for deleted in range(len(b) + 1)]
    for word in a:
        above, row = row, [row[0] + STEPS_PER_WORD]
        for other, (diagonal, over) in zip(b, pairwise(above), strict=True):
            row.append(min(diagonal + replacement_steps(word, other), over + STEPS_PER_WORD, row[-1] + STEPS_PER_WORD))
    return row[-1]


def replacement_steps(word: str, other: str) -> int:
    """Give the cost of replacing a word by another, in steps: 0, 1 or 2 when they are nearly equal, else 4."""
    if word == other:
        return 0
    if near_key(word) != near_key(other):
        return STEPS_PER_WORD
    return graded_steps(Levenshtein.distance(word, other), max(len(word), len(other)))


def graded_steps(distance: int, longest: int) -> int:
    """Grade the distance of two words that begin alike, both counted in characters, into steps."""
    steps = -(-STEPS_PER_WORD * distance // longest)
    return steps if 2 * distance <= longest else STEPS_PER_WORD


def near_key(word: str) -> str:
    """Give what two words must share to be nearly equal: two letters; all of it where the word is no word of letters."""
    return word[:2] if word[0].isalpha() else word
