"""Whether English words say the same in another form: denuclearized, South Korean, an abbreviation.

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
    "united kingdom": "british",
    "united states": "american",
}


def says(words: Sequence[str], rendering: str) -> bool:
    """Say whether all the words of a rendering, or others of their families, are among the keys of a text's words."""
    wanted = [word.key for word in words_of(rendering) if word.key not in _SMALL_WORDS]
    return bool(wanted) and all(any(is_family(word, key) for word in words) for key in wanted)


def is_family(word: str, other: str) -> bool:
    """Say whether two keys belong to one family of words: deter, deterrent, deterrence; Korea, Korean."""
    if word == other or is_people(word, other):
        return True
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return shared >= max(_SHORTEST_ROOT, _LEAST_SHARED * max(len(word), len(other)))


def is_people(word: str, country: str) -> bool:
    """Say whether a key names the people of a country, or what is theirs: Korean of Korea, Chinese of China."""
    return _PEOPLE_KEYS.get(country) == word or any(word == country + ending for ending in _ENDINGS)


def is_same_rendering(one: str, other: str) -> bool:
    """Say whether two renderings differ only in form: by inflection, as people and country, or by abbreviation."""
    if one == other or is_abbreviation(one, other) or is_abbreviation(other, one):
        return True
    first, second = joined_key(one), joined_key(other)
    return bool(first) and (first == second or is_people(first, second) or is_people(second, first))


def is_abbreviation(short: str, full: str) -> bool:
    """Say whether the letters of one, all capitals, come in this order in the other: UNCLOS, U.S., LNG."""
    letters = [letter for letter in short if letter.isalpha()]
    if len(letters) < 2 or not all(map(str.isupper, letters)) or letters[0] != full[:1].upper():
        return False
    rest = iter(full.upper())
    return all(letter in rest for letter in letters)


def joined_key(text: str) -> str:
    """Give the keys of a text's words in one piece."""
    return "".join(word.key for word in words_of(text))


_PEOPLE_KEYS = {joined_key(country): key_of(people) for country, people in _PEOPLES.items()}
