"""Japanese sentences: where one ends inside a paragraph.

A sentence ends at 。 ． ！ ？ and their half-width forms when these stand outside every closed bracket or quotation, and
what follows does not go on with the sentence. What follows a quotation goes on, as do quoting particles after ！ and ？
(えっ？と驚いた). A remark in round brackets right after the stop belongs to the sentence before it, unless it is a
sentence of its own.
"""

import re
from collections.abc import Iterator
from itertools import chain

from segments.brackets import LONE_CLOSERS, is_within, outer_pairs
from segments.split.japanese_words import GOES_ON, LONGEST_NAME, NAME

_LETTER = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_JAPANESE = "々ぁ-んァ-ヶー一-龥"
_MARKS = "！？!?‼⁇⁈⁉"
_ORNAMENTS = "♪☆★♡♥"
_END = re.compile(
    rf"[。｡{_MARKS}][。｡．{_MARKS}{_ORNAMENTS}]*(?:[…‥・]+(?=\s|$))?"
    rf"|(?<![{_LETTER}])．+|(?<=[{_LETTER}])．(?![{_LETTER}])"
    rf"|(?<=[{_JAPANESE}」』）)％])\.(?![{_LETTER}.])"
    rf"|[…‥{_ORNAMENTS}]+(?=\s)"
)
_SPACE = re.compile(r"\s*")
_TAIL = re.compile(rf"[{re.escape(LONE_CLOSERS)}{_ORNAMENTS}。｡]*")
_BEGINNING = re.compile(rf"(?:^|[。｡．.{_MARKS}{_ORNAMENTS}…‥{re.escape(LONE_CLOSERS)}])\s*$")
_LIST_NUMBER = re.compile(r"(?:^|(?<=[\s。！？」）]))[(（]?(?:[0-9０-９一二三四五六七八九十]{1,3}|[A-ZＡ-Ｚ])$")
_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十]{1,3}|[A-Za-zＡ-Ｚａ-ｚぁ-んァ-ヶ]")
_REFERENCE = re.compile(r"[注註]?[0-9０-９,、–-]+")
_WITHIN_LATIN = re.compile(r"[0-9A-Za-z][!?]\s*[0-9A-Za-z]|[/=&][!?][0-9A-Za-z]")
_STOPS = tuple("。｡．.")
_QUOTE_CLOSERS = tuple("」』”〟")
_QUOTE_OPENERS = tuple("「『“〝")
_ROUND_CLOSERS = tuple("）)")


def sentence_ends(text: str) -> list[int]:
    """Give the offsets where sentences of a Japanese paragraph end, white space after them included, in order."""
    pairs = outer_pairs(text)
    ends = chain(_ends_at_marks(text, pairs), _ends_at_brackets(text, pairs))
    return sorted({_skip_space(text, end) for end in ends})


def _ends_at_marks(text: str, pairs: list[tuple[int, int]]) -> Iterator[int]:
    """Give the offsets behind sentences that end with a stop or mark of their own, outside all brackets."""
    closings = dict(pairs)
    for found in _END.finditer(text):
        if is_within(pairs, found.start()) or _is_in_a_word(text, found):
            continue
        stopped = found.group().startswith(_STOPS)
        end = _behind(text, found.end(), closings, stopped=stopped)
        if not _goes_on(text, found.end(), end, stopped=stopped):
            yield end


def _ends_at_brackets(text: str, pairs: list[tuple[int, int]]) -> Iterator[int]:
    """Give the offsets behind whole sentences in round brackets, and behind quoted ones with a space after them."""
    for opening, closing in pairs:
        following = _skip_space(text, closing + 1)
        if text[closing - 1] not in "。｡！？!?" or GOES_ON.match(text, following) or text.startswith(_STOPS, following):
            continue
        if text.startswith(_ROUND_CLOSERS, closing):
            if _BEGINNING.search(text, max(opening - 4, 0), opening):
                yield closing + 1
        elif following > closing + 1 and not text.startswith(_QUOTE_OPENERS, following):
            yield closing + 1


def _skip_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _is_in_a_word(text: str, found: re.Match[str]) -> bool:
    """Tell whether the mark belongs to a name, a number of a list, or an address."""
    place, end = found.span()
    mark = found.group()
    if mark[0] == "．":
        return _LIST_NUMBER.search(text[max(place - 6, 0) : place]) is not None
    if mark in {"!", "?"} and _WITHIN_LATIN.match(text, place - 1):
        return True
    return any(name.end() == end for name in NAME.finditer(text, max(end - LONGEST_NAME, 0), end + 1))


def _behind(text: str, offset: int, closings: dict[int, int], *, stopped: bool) -> int:
    """Skip what belongs to the sentence after its stop: lone closing marks, a remark in brackets, ornaments."""
    end = _skip_tail(text, offset)
    while _is_remark(text, end, closings.get(end), stopped=stopped):
        end = _skip_tail(text, closings[end] + 1)
    return end


def _skip_tail(text: str, offset: int) -> int:
    found = _TAIL.match(text, offset)
    return found.end() if found else offset


def _is_remark(text: str, opening: int, closing: int | None, *, stopped: bool) -> bool:
    """Tell whether brackets hold a remark on the sentence before them, and no sentence, list number or thought."""
    if closing is None:
        return False
    if text[opening] in "[［":
        return _REFERENCE.fullmatch(text, opening + 1, closing) is not None
    return (
        text[opening] in "（("
        and text[closing - 1] not in "。｡"
        and not _NUMBER.fullmatch(text, opening + 1, closing)
        and not (stopped and GOES_ON.match(text, closing + 1))
    )


def _goes_on(text: str, mark_end: int, end: int, *, stopped: bool) -> bool:
    """Tell whether what follows belongs to the same sentence.

    `end` is behind the marks and all that belongs to them, `mark_end` behind the marks alone.
    """
    quoted = end > mark_end and text.startswith(_QUOTE_CLOSERS, end - 1)
    if quoted and text.startswith(_QUOTE_OPENERS, end):
        return True
    if stopped and not quoted:
        return text.startswith(("、", "，"), end)
    return GOES_ON.match(text, end) is not None
