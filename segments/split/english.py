"""English sentences: where one ends inside a paragraph.

A full stop, exclamation mark, question mark or ellipsis, with the closing quotation marks and brackets behind it, ends a
sentence when white space and a fitting beginning follow. What fits depends on the word before the stop: after `Dr.`
nothing does, after `U.S.` only a word with which sentences begin, after an ordinary word any capital, digit or opening
quotation mark. A round bracket opened within a sentence holds no end of one.
"""

import re
from collections.abc import Iterator

from segments.split.english_words import ABBREVIATIONS, NAMES_WITH_MARKS, STARTERS, TITLES

_CLOSERS = "\"'”’»)\\]}"
_END = re.compile(rf"(?P<mark>[.!?…‽]+)(?P<closers>[{_CLOSERS}]*)(?:\[[\d, –-]+\])*(?P<space>\s+|$|(?=[“‘]))")
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?](?=(?P<next>[A-Z][a-z]*)[ ,'’])")
_WORD_BEFORE = re.compile(r"[^\s\"“”‘(\[{/—–-]+$")
_OPENING = "\"'“‘«([{—–¿¡*_-"
_NEXT = re.compile(rf"[{re.escape(_OPENING)}\s.…]*(?P<word>[^\W_]+(?:['’.&-][^\W_]+)*)?")
_LIST_MARK = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]$")
_ROMAN_OR_NUMBER = re.compile(r"[\d#$€£(]")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$|[A-Z][a-z]?\.-[A-Z]$")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}$")


def sentence_ends(text: str) -> Iterator[int]:
    """Give the offsets where sentences of an English paragraph end, white space after them included, the last left out."""
    brackets = _inner_brackets(text)
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if end >= len(text) or any(opening < found.start() < closing for opening, closing in brackets):
            continue
        if _ends_sentence(text, start, found):
            yield end
            start = end


def _inner_brackets(text: str) -> list[tuple[int, int]]:
    """Give the round and square brackets that open inside a sentence, from the opening to the closing mark."""
    found: list[tuple[int, int]] = []
    opening = -1
    depth = 0
    for mark in re.finditer(r"[()\[\]]", text):
        if mark.group() in "([":
            opening = mark.start() if depth == 0 else opening
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not _opens_a_sentence(text, opening):
                found.append((opening, mark.start()))
    return found


def _opens_a_sentence(text: str, opening: int) -> bool:
    before = text[:opening].rstrip()
    return not before or before[-1] in '.!?…”"’'


def _ends_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    mark, closers = found["mark"], found["closers"]
    following = _NEXT.match(text, found.end())
    word = (following["word"] or "") if following else ""
    opening = text[found.end() : found.end() + 1]
    if mark == "." and not closers:
        return _ends_at_stop(text, start, found, word)
    if word[:1].islower():
        return _ends_before_small_letter(text, found, opening)
    if mark[-1] in "….":
        return word[:1].isupper() or opening in tuple('"“‘')
    return bool(word) or opening in tuple('"“‘([')


def _ends_before_small_letter(text: str, found: re.Match[str], opening: str) -> bool:
    """Tell whether `!` or `?` ends a sentence although a small letter follows, as careless writers have it."""
    if found["mark"][-1] not in "!?" or found["closers"] or opening in tuple(_OPENING):
        return False
    before = _WORD_BEFORE.search(text, max(found.start() - 30, 0), found.start())
    return before is not None and before.group().islower() and before.group() not in NAMES_WITH_MARKS


def _ends_at_stop(text: str, start: int, found: re.Match[str], word: str) -> bool:
    """Tell whether a single full stop ends a sentence, by the word before it and the word behind it."""
    before = _WORD_BEFORE.search(text, max(found.start() - 40, start), found.start())
    last = before.group() if before else ""
    if not word:
        return text[found.end()] in '"“‘(['
    if word[0].islower() or _LIST_MARK.match(text[start : found.start() + 1]):
        return False
    known = last.lower().strip("-")
    starter = word.lower() in STARTERS
    if known in TITLES:
        return known in {"no", "sec", "ft"} and starter
    if known in ABBREVIATIONS or _DOTTED.match(last):
        return starter or text[found.end()] in '“"'
    if _INITIAL.match(last):
        return starter or last == "I"
    return True
