"""What a paragraph is, judged by how it looks: a title, an author's name, a heading, a list item, a note, or text."""

import re
from collections.abc import Sequence

from segments.brackets import outer_pairs
from segments.model import Kind
from segments.split import sentence_ends

_LIST_MARK = re.compile(
    r"[・•●○◆◇■□▪▸►※*＊‣◦]\s*(?=\S)"
    r"|[①-⑳㉑-㊿❶-❿Ⓐ-ⓩ㋐-㋾]\s*"
    r"|[-–—]\s+(?=\S)"
    r"|[(（\[](?:\d{1,3}|[０-９]{1,3}|[A-Za-z]|[ivx]{1,5}|[ア-ン一二三四五六七八九十])[)）\]]\s*(?=\S)"
    r"|(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s+(?=\S)"
    r"|[０-９]{1,3}[．）]\s*(?=\S)"
    r"|\d{1,3}[．）]\s*(?=\S)"
)
_SENTENCE_END = re.compile(r"[。｡．.:：;；、，,][」』）)】〕］\]”’\"']*$")
_STOP = re.compile(r"[。｡]")
_QUOTED = re.compile(r"[「『“\"（(].*[」』”\"）)]|….*", re.DOTALL)
_LONGER_WORD = re.compile(r"[A-Za-z]{5,}")
_JAPANESE_NAME = re.compile(r"[一-龥々ぁ-んァ-ヶー・ 　]{2,14}(?:[（(][^()（）]{1,30}[）)])?")
_ENGLISH_NAME = re.compile(r"(?:[Bb][Yy] )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|da|bin|al)){1,3}")
_LONGEST_HEADING = {"ja": 45, "en": 120}
_LONGEST_NAME = 24


def list_mark(text: str) -> str:
    """Give the mark with which a list item begins, white space after it included; an empty string where there is none."""
    found = _LIST_MARK.match(text)
    return found.group() if found else ""


def kinds_of(texts: Sequence[str], lang: str) -> list[Kind]:
    """Say of each paragraph of a document what it is.

    The paragraphs before the first sentence are the titles, with the author's name after the first of them; a short
    paragraph that ends as no sentence does, before a paragraph of text, is a heading; a bracketed paragraph at the end is
    a note.
    """
    kinds = [_kind_alone(text, lang, first=place == 0) for place, text in enumerate(texts)]
    body = next((place for place, kind in enumerate(kinds) if kind is not Kind.HEADING), len(kinds))
    if body == len(kinds):
        return [Kind.TEXT if kind is Kind.HEADING else kind for kind in kinds]
    for place in range(body):
        kinds[place] = Kind.AUTHOR if place and _is_name(texts[place]) else Kind.TITLE
    for place in range(len(kinds) - 1, body, -1):
        if _is_bracketed(texts[place]):
            kinds[place] = Kind.NOTE
        elif kinds[place] is Kind.HEADING and place == len(kinds) - 1:
            kinds[place] = Kind.TEXT
    return kinds


def _kind_alone(text: str, lang: str, *, first: bool) -> Kind:
    if list_mark(text):
        return Kind.LIST_ITEM
    japanese = lang[:2].lower() == "ja"
    heading = _short_and_open(text, _LONGEST_HEADING["ja" if japanese else "en"]) and (
        not sentence_ends(text, lang) or (first and japanese and not _STOP.search(text)) or _in_title_case(text)
    )
    return Kind.HEADING if heading else Kind.TEXT


def _short_and_open(text: str, longest: int) -> bool:
    """Tell whether a paragraph is short, does not end as sentences do, and is neither quoted nor in brackets."""
    return (
        len(text) <= longest
        and not _SENTENCE_END.search(text)
        and not _QUOTED.fullmatch(text)
        and not text[0].islower()
    )


def _in_title_case(text: str) -> bool:
    """Tell whether the longer words of an English text have capitals."""
    words = _LONGER_WORD.findall(text)
    return bool(words) and all(word[0].isupper() for word in words)


def _is_bracketed(text: str) -> bool:
    """Tell whether one pair of brackets holds the whole paragraph."""
    return text[0] in "（(［[〔" and outer_pairs(text) == [(0, len(text) - 1)]


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and bool(_JAPANESE_NAME.fullmatch(text) or _ENGLISH_NAME.fullmatch(text))
