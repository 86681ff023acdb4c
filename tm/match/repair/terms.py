"""Putting one term into the place of another in a target, with the inflection that the old one has there."""

import re
from collections.abc import Iterable

from tm.match.repair.agreement import Edit, article_edit, plural, singular

_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”’)]? )[\"“‘(]?$")
# Names that carry the article: the United States, the Security Council.
_WITH_ARTICLE = re.compile(
    r"(?:United|European|Soviet|Philippines|Netherlands|Middle)\b"
    r"|.* (?:Council|Ministry|Party|Agency|Union|Nations|States|Kingdom|Republic|Committee|Commission|Organization|Court|Assembly|Senate|Bank|Fund)$"
)


def term_edits(
    target: str, old: str, new: str, count: int, others: Iterable[str], *, english: bool
) -> list[Edit] | None:
    """Give what to change so that a term of the target becomes another one.

    Args:
        target: The target as it was.
        old: The rendering of the term that the match has.
        new: The rendering of the wanted term.
        count: How often it must be there.
        others: All renderings; a hit inside a longer one (Korea in North Korea) is not the term.
        english: Whether the target is English, else nothing is inflected.

    Returns:
        The edits; None where the term is not there exactly so often, or cannot be put in with certainty.
    """
    forms = {old, plural(old)} if english else {old}
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    bound = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if english else re.compile(pattern)
    longer = [other for other in others if old in other and other not in forms and other in target]
    found = list(bound.finditer(target))
    if longer or len(found) != count:
        return None
    if not english:
        return [Edit(place.start(), place.end(), new) for place in found]
    edits = [_swapped(target, place, old, new) for place in found]
    return None if None in edits else [edit for some in edits if some for edit in some]


def _swapped(target: str, place: re.Match[str], old: str, new: str) -> list[Edit] | None:
    """Change the term at a place with its plural, capital, possessive and article."""
    if _is_plural(old) != _is_plural(new) or _carries_article(old) != _carries_article(new):
        return None
    was_made_plural = place[0].lower() == plural(old).lower() != old.lower()
    written = plural(new) if was_made_plural else new
    if _SENTENCE_START.search(target, 0, place.start()) and place[0][0].isupper():
        written = written[0].upper() + written[1:]
    end = place.end()
    if target.startswith(("'s", "’s"), end) and written.endswith("s"):
        written, end = written + target[end], end + 2
    return [Edit(place.start(), end, written), *article_edit(target, place.start(), written)]


def _is_plural(term: str) -> bool:
    """Say whether a common noun is in the plural; names have no number that counts here."""
    return not term[0].isupper() and singular(term) != term


def _carries_article(term: str) -> bool:
    return term[0].isupper() and _WITH_ARTICLE.match(term) is not None
