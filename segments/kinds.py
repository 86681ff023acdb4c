"""What a paragraph is, judged by how it looks: a title, an author's name, a heading, a list item, a note, or text."""

import re
from collections.abc import Sequence

from segments.model import Kind

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
_STOP_INSIDE = re.compile(r"[。｡]|[a-z)][.?!] +[A-Z]")
_QUESTION = re.compile(r"[？?！!…][」』）)―—\s]*$")
_JAPANESE_NAME = re.compile(r"[一-龥々ぁ-んァ-ヶー・ 　]{2,14}(?:[（(][^()（）]{1,30}[）)])?")
_ENGLISH_NAME = re.compile(r"(?:[Bb][Yy] )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|da|bin|al)){1,3}")
_NOTE = re.compile(r"[（(\[［〔].+[）)\]］〕]|[※＊*†].+|(?:[注註]|Note)(?:\d*)[：:）)].+", re.DOTALL)
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
    kinds = [_kind_alone(text, lang) for text in texts]
    body = next((place for place, kind in enumerate(kinds) if kind is not Kind.HEADING), len(kinds))
    if body == len(kinds):
        return [Kind.TEXT if kind is Kind.HEADING else kind for kind in kinds]
    for place in range(body):
        kinds[place] = Kind.AUTHOR if place and _is_name(texts[place]) else Kind.TITLE
    for place in range(len(kinds) - 1, body, -1):
        if _NOTE.fullmatch(texts[place]):
            kinds[place] = Kind.NOTE
        elif kinds[place] is Kind.HEADING and place == len(kinds) - 1:
            kinds[place] = Kind.TEXT
    return kinds


def _kind_alone(text: str, lang: str) -> Kind:
    if list_mark(text):
        return Kind.LIST_ITEM
    return Kind.HEADING if _looks_like_heading(text, lang) else Kind.TEXT


def _looks_like_heading(text: str, lang: str) -> bool:
    longest = _LONGEST_HEADING.get(lang[:2].lower(), 120)
    return (
        len(text) <= longest
        and not _SENTENCE_END.search(text)
        and not _STOP_INSIDE.search(text)
        and text[0] not in '「『“"（(…'
        and not text[0].islower()
    )


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and bool(_JAPANESE_NAME.fullmatch(text) or _ENGLISH_NAME.fullmatch(text))
