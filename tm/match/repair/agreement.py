"""English agreement: what else must change when one becomes five, or a becomes an.

Where it is not plain which word is the noun and which the verb, nothing is offered: a wrong repair is worse than none.
"""

import re
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of the target, and what is written in its place."""

    start: int
    end: int
    text: str


_MOST_WORDS = 3
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "life": "lives", "wife": "wives"}  # fmt: skip
_SINGULARS = {several: one for one, several in _PLURALS.items()}
_UNCHANGING = frozenset(
    ["series", "species", "aircraft", "fish", "yen", "yuan", "won", "baht", "percent", "hertz", "sheep"]
)
_VERBS = {"was": "were", "is": "are", "has": "have", "does": "do"}
_BACK = {several: one for one, several in _VERBS.items()}
_POINTING = {"this": "these", "that": "those"}
_POINTING_BACK = {several: one for one, several in _POINTING.items()}
_PREDICATES = frozenset([
    *_VERBS, *_BACK, "will", "would", "can", "could", "may", "might", "must", "should", "shall", "had", "did", "left", "said",
    "fell", "rose", "went", "took", "made", "came", "held", "met", "told", "gave", "won", "lost", "sent", "hit", "led", "got",
    "found", "kept", "saw", "began", "became",
])  # fmt: skip
"""Words with which the predicate begins."""

_LINKS = frozenset([
    "in", "on", "at", "by", "for", "from", "to", "with", "without", "against", "under", "over", "after", "before", "during",
    "since", "until", "about", "among", "between", "into", "through", "as", "than", "and", "or", "but", "nor", "when", "while",
    "if", "because", "per", "near", "outside", "inside", "within", "across", "aboard", "off", "ago", "later", "earlier", "also",
])  # fmt: skip
"""Words that end a noun phrase, but may stand before the verb that belongs to it."""

_UNCLEAR = frozenset([
    "of", "that", "which", "who", "whom", "whose", "the", "a", "an", "it", "its", "this", "these", "those", "them", "him", "her",
    "his", "their", "our", "my", "your", "us", "me", "not", "never",
])  # fmt: skip
"""Words after which it is not plain what agrees with the number."""

_PRONOUNS = re.compile(r"\b(?:they|them|their|theirs|it|its|he|she|him|his|her|hers)\b", re.IGNORECASE)
_AFTER = re.compile(r"((?: [A-Za-z][\w’'-]*)+)")
_BEFORE = re.compile(
    r"\b(there )(was|were|is|are)(?: (?:only|just|about|some))? $|\b(this|that|these|those) $", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:another|other|all|both|few|between|among) $", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_VOWEL = re.compile(r"(?!uni|use|usu|eu|one\b|once|U[A-Z])[aeiou]|hour|hono|heir|8|1[18](?!\d)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z]\.")


def plural(noun: str) -> str:
    """Give the plural of a noun in the singular."""
    low = noun.lower()
    if low in _UNCHANGING:
        return noun
    if low in _PLURALS:
        return noun[0] + _PLURALS[low][1:]
    if re.search("[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search("(?:s|x|z|ch|sh)$", noun) else "s")


def singular(noun: str) -> str:
    """Give the singular of a noun in the plural; what is no plural stays as it is."""
    low = noun.lower()
    if low in _UNCHANGING or low.endswith(("ss", "us", "is")):
        return noun
    if low in _SINGULARS:
        return noun[0] + _SINGULARS[low][1:]
    for ending, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if low.endswith(ending):
            return noun[: -len(ending)] + one
    return noun


def article_edit(target: str, start: int, written: str) -> list[Edit]:
    """Turn a into an, or an into a, where it stands right before what is written at a place."""
    found = _ARTICLE.search(target, 0, start)
    if not found:
        return []
    article = "an" if begins_with_vowel(written) else "a"
    return [Edit(found.start(1), found.end(1), article.capitalize() if found[1][0] == "A" else article)]


def begins_with_vowel(words: str) -> bool:
    """Say whether what is written begins with the sound of a vowel."""
    if _ACRONYM.match(words):
        return words[0] in "AEFHILMNORSX"
    return _VOWEL.match(words) is not None


def number_edits(target: str, start: int, end: int, *, several: bool, noun_inside: bool = False) -> list[Edit] | None:
    """Make noun and verb agree with a number that has become one, or more than one.

    Args:
        target: The target as it was.
        start: Where the number begins in it.
        end: Where it ends.
        several: Whether it is more than one now.
        noun_inside: Whether the stretch has the noun too, as 5 years has.

    Returns:
        What to change; None where it is not plain.
    """
    found = _AFTER.match(target, end)
    words = list(re.finditer(r"[A-Za-z][\w’'-]*", found[0])) if found else []
    edge = next((n for n, word in enumerate(words) if _ends_noun(word[0], n)), len(words))
    after = words[edge][0] if edge < len(words) else ""
    if _is_unclear(target, start, end, after) or (not several and _MORE.search(target, 0, start)):
        return None
    edits = _before_edits(target, start, several=several)
    if not noun_inside:
        noun = words[edge - 1] if 0 < edge <= _MOST_WORDS else None
        new = _other_number(noun[0], several=several) if noun else ""
        if not noun or not new:
            return None
        edits.append(Edit(end + noun.start(), end + noun.end(), new))
    verb = (_VERBS if several else _BACK).get(after)
    if verb:
        edits.append(Edit(end + words[edge].start(), end + words[edge].end(), verb))
    return edits


def _ends_noun(word: str, place: int) -> bool:
    closed = _PREDICATES | _LINKS | _UNCLEAR
    return word in closed or word.endswith("ly") or (place > 0 and word.endswith(("ed", "ing")))


def _is_unclear(target: str, start: int, end: int, after: str) -> bool:
    """Say whether a verb that must agree may hide behind what follows the noun."""
    if after in _PREDICATES or after.endswith("ed"):
        return False
    if after in _UNCLEAR or after.endswith("ly"):
        return True
    begins_sentence = target[:start].rstrip("\"“‘('") in {"", " "} or target[:start].endswith((". ", "? ", "! "))
    has_verb = any(word in _VERBS or word in _BACK for word in re.findall(r"\w+", target[end:]))
    return bool(after) and (begins_sentence or has_verb)


def _other_number(noun: str, *, several: bool) -> str:
    """Give the noun in its other number; empty if it does not look like a noun in the number it should have."""
    one = singular(noun)
    if noun.lower() in _UNCHANGING:
        return noun
    if noun in {"more", "other"} or (one != noun) == several:
        return ""
    return plural(noun) if several else one


def _before_edits(target: str, start: int, *, several: bool) -> list[Edit]:
    """Change there was, this and these before the number."""
    found = _BEFORE.search(target, 0, start)
    if not found:
        return []
    group = 2 if found[2] else 3
    word = found[group]
    table = (_VERBS | _POINTING) if several else (_BACK | _POINTING_BACK)
    new = table.get(word.lower(), word)
    return [Edit(found.start(group), found.end(group), new.capitalize() if word[0].isupper() else new)]


def pronouns(target: str) -> list[str]:
    """Give the pronouns of a text, each once."""
    return list(dict.fromkeys(word.lower() for word in _PRONOUNS.findall(target)))
