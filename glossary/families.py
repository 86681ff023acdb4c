"""Whether an English text says a term in other words of the same family.

A translator writes denuclearized for denuclearization, sanctions are lifted for lifting of sanctions, South Korean for
South Korea. None of these is the term, and all of them render it.
"""

from collections.abc import Sequence
from itertools import takewhile

from glossary.english import key_of, words_of

_SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "by", "with", "from", "at", "s"]
)
_ENDINGS = ("n", "an", "ian", "ese", "i", "er")
_SHORTEST_ROOT = 5
_LEAST_SHARED = 0.6
_PEOPLES = {
    "afghanistan": "afghan",
    "britain": "british",
    "china": "chinese",
    "denmark": "danish",
    "england": "english",
    "finland": "finnish",
    "france": "french",
    "germany": "german",
    "greece": "greek",
    "ireland": "irish",
    "netherlands": "dutch",
    "philippines": "filipino",
    "poland": "polish",
    "spain": "spanish",
    "sweden": "swedish",
    "switzerland": "swiss",
    "thailand": "thai",
    "turkey": "turkish",
    "ukraine": "ukrainian",
}
_PEOPLE_KEYS = {key_of(country): key_of(people) for country, people in _PEOPLES.items()}


def says(words: Sequence[str], rendering: str) -> bool:
    """Say whether all the words of a rendering, or others of their families, are among the keys of a text's words."""
    wanted = [word.key for word in words_of(rendering) if word.key not in _SMALL_WORDS]
    return bool(wanted) and all(any(is_family(word, key) for word in words) for key in wanted)


def is_family(word: str, other: str) -> bool:
    """Say whether two keys belong to one family of words: deter, deterrent, deterrence; Korea, Korean."""
    if word == other or _PEOPLE_KEYS.get(other) == word or any(word == other + ending for ending in _ENDINGS):
        return True
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return shared >= max(_SHORTEST_ROOT, _LEAST_SHARED * max(len(word), len(other)))
