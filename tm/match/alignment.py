"""Where two texts are equal: the ground that differences and guards stand on."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tm.match.similarity import counts_characters

_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")


class Block(NamedTuple):
    """A stretch that two texts share: where it begins in each, and how many characters it has."""

    a: int
    b: int
    size: int


def blocks(a: str, b: str, lang: str) -> Iterator[Block]:
    """Give the longest common subsequence of two texts as stretches, in order.

    Args:
        a: A text.
        b: Another text.
        lang: `ja` and `zh` are compared by characters, every other language by words.
    """
    if counts_characters(lang):
        first, second = list(a), list(b)
    else:
        first, second = _TOKEN.findall(a), _TOKEN.findall(b)
    offsets_a, offsets_b = (list(accumulate(map(len, tokens), initial=0)) for tokens in (first, second))
    for match in LCSseq.opcodes(first, second).as_matching_blocks():
        start, end = offsets_a[match.a], offsets_a[match.a + match.size]
        if end > start:
            yield Block(start, offsets_b[match.b], end - start)
